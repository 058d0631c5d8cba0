package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parses any text. Jackson says whether it is JSON, and what it holds. */
class TextFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void anyTextIsReadAsJacksonReadsIt(byte[] text) {
        try {
            Document document = Document.parse(text);
            DocumentCheck.verify(document.packed(), 0, document.packedSize());
            byte[] written = document.toJson(Layout.COMPACT);
            assertThat(Document.parse(written).packed()).isEqualTo(document.packed());
            compareWithJackson(document, text);
        } catch (JsonSyntaxException e) {
            assertThat(e.offset()).isBetween(0, text.length);
            assertThat(isJson(text) && !String.valueOf(e.getMessage()).startsWith("duplicate"))
                    .isFalse();
        } catch (LimitExceededException e) {
            assertThat(e).hasMessageContaining("allowed");
        }
    }

    private static void compareWithJackson(Document document, byte[] text) {
        try {
            JacksonOracle.assertSame(document.root(), JacksonOracle.parse(new String(text, StandardCharsets.UTF_8)));
        } catch (JacksonException | NumberFormatException e) {
            // It takes neither lone surrogates in names nor exponents beyond 32 bits.
            assertThat(e.toString()).containsAnyOf("surrogate", "exceeds limits");
        }
    }

    private static boolean isJson(byte[] text) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            JsonNode tree = JacksonOracle.parse(decoded);
            return !tree.isMissingNode();
        } catch (CharacterCodingException | JacksonException | NumberFormatException e) {
            return false;
        }
    }
}
