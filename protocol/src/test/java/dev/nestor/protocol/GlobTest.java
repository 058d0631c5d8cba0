package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    private static final long SEED = Long.getLong("nestor.seed", 1);

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', a, false",
        "*, '', true",
        "*, abc, true",
        "**, abc, true",
        "a*c, abc, true",
        "a*c, abcd, false",
        "a*b*c, aXbYbc, true",
        "h?llo, hello, true",
        "h?llo, hllo, false",
        "h[ae]llo, hallo, true",
        "h[ae]llo, hillo, false",
        "h[^e]llo, hello, false",
        "h[^e]llo, hbllo, true",
        "h[a-c]llo, hbllo, true",
        "h[c-a]llo, hbllo, true",
        "h[a-c]llo, hdllo, false",
        "[a-], -, false",
        "[a-], ], true",
        "[b-], _, true",
        "[b-], b, true",
        "[b-], c, false",
        "[b-]x, x, true",
        "[b-]x, bx, false",
        "[b-]x], bx, false",
        "[a-, -, true",
        "[^-c], b, true",
        "[^-c], c, false",
        "[^-], -, false",
        "[\\a-c], -, true",
        "[\\a-c], b, false",
        "[]a, a, false",
        "[abc, b, true",
        "[abc, d, false",
        "\\*, *, true",
        "\\*, a, false",
        "[\\]a], ], true",
        "[^\\]a], ], false",
        "a\\, a\\, true",
        "user:*:name, user:1:name, true",
        "user:*:name, user:1:nam, false"
    })
    void pattern_matchesAsInRedis(String pattern, String text, boolean matches) {
        assertThat(new Glob(Feed.latin(pattern)).matches(Feed.latin(text))).isEqualTo(matches);
    }

    @Test
    void case_countsUnlessItIsIgnored() {
        assertThat(new Glob(Feed.latin("A[b-c]")).matches("ab")).isFalse();
        assertThat(Glob.ignoringCase("A[B-c]").matches("aB")).isTrue();
    }

    @Test
    void starsAndLetters_matchAsARegularExpressionDoes() {
        Random random = new Random(SEED);
        for (int round = 0; round < 50_000; round++) {
            String pattern = word(random, "ab*?");
            String text = word(random, "ab");
            String expression = pattern.replace("*", ".*").replace("?", ".");
            assertThat(new Glob(Feed.latin(pattern)).matches(text))
                    .as("seed %d: %s on %s", SEED, pattern, text)
                    .isEqualTo(text.matches(expression));
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void hostilePattern_takesNoExponentialTime() {
        assertThat(new Glob(Feed.latin("a*".repeat(50) + "b")).matches("a".repeat(1_000)))
                .isFalse();
    }
}
