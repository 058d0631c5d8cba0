package dev.nestor.document.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.document.Value;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths meant to exhaust the stack, the memory or the processor. */
class HostilePathTest {
    private static final int STACK_BYTES = 512 * 1024;

    private static final String STEPS_USED_UP =
            "a path may take 10000000 steps through a document, this one takes more";

    private static final String MATCHES_USED_UP = "a path may have 1000000 matches, this one has more";

    /** 128 arrays inside one another, as deep as a document may be, and a number in the innermost. */
    private static final Value DEEP = Value.parse("[".repeat(128) + "7" + "]".repeat(128));

    /** An array of 300 objects, each with an array of 300 numbers. */
    private static final Value WIDE = Value.parse(
            "[" + "{\"a\":[" + "1,".repeat(299) + "1]}" + (",{\"a\":[" + "1,".repeat(299) + "1]}").repeat(299) + "]");

    static String[] hugeTexts() {
        return new String[] {
            "a".repeat(1_000_000),
            "$." + "a".repeat(1_000_000),
            "[".repeat(100_000),
            "$" + "[".repeat(100_000),
            "$" + "[0]".repeat(40_000),
            "$" + "..*".repeat(40_000),
            "a" + ".a".repeat(40_000),
            "$[?" + "(".repeat(100_000),
            "$[?" + "!".repeat(100_000),
            "$[?" + "!(".repeat(50_000),
            "$[?@" + "[?@".repeat(30_000),
            "$[?" + "length(".repeat(15_000),
            "$[?" + "(@||".repeat(20_000),
            "$[" + "0,".repeat(60_000),
            "$[" + "9".repeat(100_000) + "]",
            "$[?@==" + "9".repeat(100_000) + "]",
            "$[?@==1e" + "9".repeat(100_000) + "]",
            "$['" + "\\u0041".repeat(20_000),
            "\"" + "\\".repeat(100_000),
            "\"" + "\\\"".repeat(50_000),
            " ".repeat(100_000),
            "$[" + " ".repeat(100_000),
        };
    }

    @ParameterizedTest
    @MethodSource("hugeTexts")
    void read_hugeText_isRefusedInOneLine(String text) {
        for (Function<String, ?> reader : PathReaders.ALL) {
            try {
                inSmallStack(() -> reader.apply(text));
            } catch (PathSyntaxException | PathLimitException e) {
                assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContain("\n");
            }
        }
        assertThatThrownBy(() -> Path.parse(text)).isInstanceOfAny(PathSyntaxException.class, PathLimitException.class);
    }

    @Test
    void read_longestPaths_work() {
        String name = "a".repeat(64 * 1024);
        assertThat(Path.dotted(name).toDotted()).isEqualTo(name);

        String alternatives = "$[?@==1" + "||@==1".repeat(20_000) + "]";
        assertThat(Path.parse(alternatives).matches(Value.parse("[1]"))).hasSize(1);

        String selectors = "$[0" + ",0".repeat(60_000) + "]";
        assertThat(Path.parse(selectors).matches(Value.parse("[1]"))).hasSize(60_001);
    }

    @Test
    void read_tooMuch_namesTheLimit() {
        assertThatThrownBy(() -> Path.parse("a".repeat(131_073)))
                .isInstanceOf(PathLimitException.class)
                .hasMessage("a path may have 131072 characters, this one has 131073");
        assertThatThrownBy(() -> Path.parse(new byte[1_000_000]))
                .isInstanceOf(PathLimitException.class)
                .hasMessage("a path may have 131072 characters, this one has more");
        for (String deep : new String[] {"$" + ".a".repeat(257), "a" + ".a".repeat(257), "$[?" + "(".repeat(257)}) {
            assertThatThrownBy(() -> Path.parse(deep))
                    .isInstanceOf(PathLimitException.class)
                    .hasMessageMatching("segments, filters, parentheses and functions may go 256 deep, "
                            + "this path goes deeper at position \\d+");
        }
    }

    @Test
    void read_256Segments_isTheMost() {
        for (Function<String, ?> reader : List.<Function<String, ?>>of(Path::parse, Path::dotted)) {
            for (String first : new String[] {"a", "[0]"}) {
                assertThat(reader.apply(first + ".a".repeat(255))).isNotNull();
                assertThatThrownBy(() -> reader.apply(first + ".a".repeat(256))).isInstanceOf(PathLimitException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..*..*..*..*..*..*",
                "$..*..*[?@]..*..*",
                "$..[?@..[?@..[?@..*]]]",
                "$..[?$..[?$..[?$..*]]]",
                "$..[?count($..*)>=count(@..*)]"
            })
    void matches_deepDocument_endsWithinTheLimits(String path) {
        assertThat(matchesOrIsRefused(path, DEEP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 40, 80})
    void matches_filtersInOneAnother_fitTheStack(int filters) {
        String descents = "$" + "..[?@==7&&$".repeat(filters) + "..nosuch" + "]".repeat(filters);
        assertThat(inSmallStack(() -> Path.parse(descents).matches(DEEP))).isEmpty();
    }

    @Test
    void matches_longestChain_fitsTheStack() {
        String chain = "$" + "[0]".repeat(83);
        String path = chain + "[?" + chain + "[?" + chain + "]]";
        assertThat(inSmallStack(() -> Path.parse(path).matches(DEEP))).hasSize(1);
        assertThatThrownBy(() -> Path.parse("$[?" + path + "]")).isInstanceOf(PathLimitException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..[?$..[?@ == 1]]",
                "$[?$[?@ == $[0]]]..a",
                "$[*].a[?count($[*].a[?@ == 2]) == 0]",
                "$[*].a[?$[0] == $[1]]",
                "$[*].a[?length(value($..nosuch)) == $.nosuch]"
            })
    void matches_wideDocument_endsWithinTheLimits(String path) {
        assertThat(matchesOrIsRefused(path, WIDE)).isTrue();
    }

    private static boolean matchesOrIsRefused(String path, Value document) {
        try {
            return !inSmallStack(() -> Path.parse(path).matches(document)).isEmpty();
        } catch (PathLimitException e) {
            assertThat(e.getMessage()).isIn(STEPS_USED_UP, MATCHES_USED_UP);
            return true;
        }
    }

    @Test
    void matches_tooMany_areRefused() {
        String path = "$[" + "*,".repeat(200) + "*].a[" + "*,".repeat(60) + "*]";

        assertThatThrownBy(() -> Path.parse(path).matches(WIDE))
                .isInstanceOf(PathLimitException.class)
                .hasMessage(MATCHES_USED_UP);
    }

    @Test
    void matches_regexpOnLongStrings_isLinear() {
        Value document = Value.parse("[\"" + "a".repeat(500_000) + "\"]");

        assertThat(Path.parse("$[?search(@, '(a*)*b')]").matches(document)).isEmpty();
        assertThat(Path.parse("$[?match(@, '(a|a)*')]").matches(document)).hasSize(1);
    }

    @Test
    void matches_manyPatternsInTheDocument_areChargedForTheirCompilation() {
        for (String pair : new String[] {"\"a{1900}\",\"b{1900}\"", "\"(\",\")\""}) {
            Value patterns = Value.parse("[" + (pair + ",").repeat(374_999) + pair + "]");

            assertThatThrownBy(() -> Path.parse("$[?match('x', @)]").matches(patterns))
                    .isInstanceOf(PathLimitException.class)
                    .hasMessage(STEPS_USED_UP);
        }
    }

    @Test
    void matches_manyStringsAndALongPattern_areChargedForEachRun() {
        Value strings = Value.parse("[" + "\"b\",".repeat(749_999) + "\"b\"]");

        assertThatThrownBy(() -> Path.parse("$[?match(@, 'a{1900}')]").matches(strings))
                .isInstanceOf(PathLimitException.class)
                .hasMessage(STEPS_USED_UP);
        assertThat(Path.parse("$[?match(@, '[a-c]')]").matches(strings)).hasSize(750_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "$['\ud83d']", "$.\ude00\ud83d", "\"\ud800\"", "\"\\udc00\\ud800\""})
    void read_halfASurrogatePair_isRefused(String text) {
        for (Function<String, ?> reader : PathReaders.ALL) {
            Refusal.of(() -> reader.apply(text));
        }
    }

    /** Runs with a stack as small as a server's threads may have. */
    private static <T> T inSmallStack(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        new Thread(null, task, "small stack", STACK_BYTES).start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException refusal -> throw refusal;
                case null, default -> throw new AssertionError(e.getCause());
            }
        }
    }
}
