package dev.nestor.document.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexpTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    abc          ; abc
                    a|bc|        ; bc
                    a|bc|        ; ``
                    (a|b)*c      ; abbac
                    a{2,3}       ; aaa
                    a{2}         ; aa
                    a{0}b        ; b
                    a{2,}        ; aaaaa
                    (ab?)+       ; aaba
                    [a-cx]+      ; abcx
                    [^a-c]       ; d
                    [-a]+        ; a-a
                    [a-]+        ; a-a
                    [\\]\\-]+    ; ]-
                    \\p{Lu}\\P{L} ; É5
                    \\p{N}+      ; 1Ⅷ
                    [\\p{Ll}0]+  ; é0z
                    .            ; 😀
                    a\\.b\\|\\^  ; a.b|^
                    a\\tb        ; `a	b`
                    ^ab$         ; ab
                    """)
    void matches_whatThePatternDescribes(String pattern, String text) {
        assertThat(matches(pattern, text, true)).isTrue();
        assertThat(matches(pattern, "x\n" + text, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"b+,abba,true", "^b,abba,false", "a$,abba,true", "c,abba,false", "'',abba,true", "b{3},abba,false"})
    void search_findsAPart(String pattern, String text, boolean found) {
        assertThat(matches(pattern, text, false)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "a)", "(a", "[", "[]", "[^]", "]", "[b-a]", "[a-b-c]", "a**", "*", "+a", "{2}", "a{", "a{2",
                "a{3,2}", "a{,2}", "a{x}", "}", "\\", "\\d", "\\w", "\\p", "\\p{}", "\\p{Xx}", "\\p{Cs}", "\\p{Lu",
                "\\u0041", "(?:a)", "(?=a)", "\\1", "[[a]]", "[a\\", "a{1}{2}"
            })
    void compile_noIRegexp_matchesNothing(String pattern) {
        for (String text : new String[] {"", "a", pattern, "aa", "1"}) {
            assertThat(matches(pattern, text, false)).isFalse();
        }
    }

    @Test
    void matches_randomPatterns_agreesWithJava() {
        long seed = Long.getLong("nestor.seed", 20260101L);
        System.out.println("nestor.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 30_000; round++) {
            String pattern = randomPattern(random, 3);
            String text = randomText(random);
            Pattern java = Pattern.compile(pattern);
            assertThat(matches(pattern, text, true))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(java.matcher(text).matches());
            assertThat(matches(pattern, text, false))
                    .as("%s in %s", pattern, text)
                    .isEqualTo(java.matcher(text).find());
        }
    }

    private static String randomPattern(Random random, int depth) {
        if (depth == 0) {
            String[] atoms = {"a", "b", "c", ".", "[ab]", "[^a]", "\\p{Ll}"};
            return atoms[random.nextInt(atoms.length)];
        }
        String[] quantifiers = {"", "", "", "*", "+", "?", "{2}", "{1,2}", "{1,}"};
        String part = randomPattern(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> part + randomPattern(random, depth - 1);
            case 1 -> "(" + part + "|" + randomPattern(random, depth - 1) + ")";
            default -> "(" + part + ")" + quantifiers[random.nextInt(quantifiers.length)];
        };
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(7); length > 0; length--) {
            text.append("abcd".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a*)*b", "(a|a)*b", "(a+)+b", "(.*)*(.*)*(.*)*b", "(a?){200}a{200}b", "((a*)*)*b"})
    void matches_patternsThatMakeBacktrackersExplode_endsSoon(String pattern) {
        assertThat(matches(pattern, "a".repeat(3_000), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{1000000}",
                "a{99999999999}",
                "(a{1000}){1000}",
                "((((){1000000}){1000000}){1000000}){1000000}",
                "(a|b|c){3000}",
                "a{0,2147483647}"
            })
    void compile_hugeProgram_isRefused(String pattern) {
        assertThatThrownBy(() -> Regexp.compile(pattern))
                .isInstanceOf(PathLimitException.class)
                .hasMessage("a regular expression may have 2000 instructions, this one has more");
    }

    @Test
    void compile_longPattern_isRefused() {
        assertThatThrownBy(() -> Regexp.compile("a".repeat(200_000)))
                .isInstanceOf(PathLimitException.class)
                .hasMessage("a regular expression may have 131072 characters, this one has 200000");
    }

    @Test
    void compile_deepPattern_isRefused() {
        assertThatThrownBy(() -> Regexp.compile("(".repeat(100_000))).isInstanceOf(PathLimitException.class);
    }

    @Test
    void matches_workBeyondTheBudget_isRefused() {
        assertThatThrownBy(() -> matches("(a|b|.){600}", "a".repeat(100_000), false))
                .isInstanceOf(PathLimitException.class);
    }

    private static boolean matches(String pattern, String text, boolean whole) {
        return Regexp.compile(pattern).matches(text, whole, new Budget());
    }
}
