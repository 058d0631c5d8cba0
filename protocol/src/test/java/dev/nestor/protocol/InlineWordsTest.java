package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InlineWordsTest {
    private static final long SEED = Long.getLong("nestor.seed", 1);

    private static List<String> split(String line) throws ProtocolException {
        return InlineWords.split(Feed.latin(line)).stream()
                .map(word -> new String(word, StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void blanks_separateWords() throws ProtocolException {
        assertThat(split("")).isEmpty();
        assertThat(split(" \t ")).isEmpty();
        assertThat(split("  a\tb \r c ")).containsExactly("a", "b", "c");
    }

    @Test
    void verticalTabAndFormFeed_startNoWordButEndNoneEither() throws ProtocolException {
        assertThat(split("a\u000b \u000bb\f")).containsExactly("a\u000b", "b\f");
    }

    @Test
    void doubleQuotes_knowEscapes() throws ProtocolException {
        assertThat(split("\"\\n\\r\\t\\b\\a\\x41\\xfF\\q\\\\\\\"\"")).containsExactly("\n\r\t\b\u0007A\u00ffq\\\"");
        assertThat(split("\"\\x4\" \"\\xg0\"")).as("no two digits: a plain x").containsExactly("x4", "xg0");
    }

    @Test
    void singleQuotes_knowOnlyTheQuote() throws ProtocolException {
        assertThat(split("'a\\'b' 'c\\n' 'd\"'")).containsExactly("a'b", "c\\n", "d\"");
    }

    @Test
    void quote_mayOpenInsideAWordButMustCloseItsEnd() throws ProtocolException {
        assertThat(split("a\"b c\" ''")).containsExactly("ab c", "");
    }

    @Test
    void anyBytes_quotedComeBackAsTheyWere() throws ProtocolException {
        Random random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            byte[] word = new byte[random.nextInt(40)];
            random.nextBytes(word);
            assertThat(InlineWords.split(Feed.latin(quoted(word))))
                    .as("seed %d, word %s", SEED, Arrays.toString(word))
                    .containsExactly(word);
        }
    }

    private static String quoted(byte[] word) {
        String hex = new String(word, StandardCharsets.ISO_8859_1)
                .chars()
                .mapToObj("\\x%02x"::formatted)
                .collect(Collectors.joining());
        return '"' + hex + '"';
    }
}
