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
    void anyTextIsReadAsJacksonReadsIt(byte[] text) throws CharacterCodingException {
        try {
            Document document = Document.parse(text);
            DocumentCheck.verify(document.packed(), 0, document.packedSize());
            byte[] written = document.toJson(Layout.COMPACT);
            assertThat(Document.parse(written).packed()).isEqualTo(document.packed());
            compareWithJackson(document, decode(text));
        } catch (JsonSyntaxException e) {
            assertThat(e.offset()).isBetween(0, text.length);
            assertThat(isJson(text) && !String.valueOf(e.getMessage()).startsWith("duplicate"))
                    .isFalse();
        } catch (LimitExceededException e) {
            assertThat(e).hasMessageContaining("allowed");
        }
    }

    private static void compareWithJackson(Document document, String text) {
        try {
            JacksonOracle.assertSame(document.root(), JacksonOracle.parse(text));
        } catch (JacksonException | NumberFormatException e) {
            // It takes neither lone surrogates in names nor exponents beyond 32 bits.
            assertThat(e.toString()).containsAnyOf("surrogate", "exceeds limits");
        }
    }

    private static boolean isJson(byte[] text) {
        try {
            JsonNode tree = JacksonOracle.parse(decode(text));
            return !tree.isMissingNode();
        } catch (CharacterCodingException | JacksonException | NumberFormatException e) {
            return false;
        }
    }

    /** Without the byte order mark, which Jackson does not know in decoded text. */
    private static String decode(byte[] text) throws CharacterCodingException {
        String decoded = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(text))
                .toString();
        return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    }
}
