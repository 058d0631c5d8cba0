package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.nestor.document.Value;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a path: nothing but the two documented exceptions comes out, and what is read can be written. */
class PathFuzzTest {
    private static final Value DOCUMENT = Value.parse("""
            {"a": [{"b": 1, "c": "x"}, {"b": 2.5, "c": "yy"}, [[], {}, null]],
             "a.b": {"": true, "'": false, "\\"": "\\\\", "é😀": -7},
             "pattern": "(a|b)*y{1,2}", "deep": {"a": {"a": {"a": {"a": 1e2}}}}}
            """);

    /** Where fuzzing starts; without fuzzing these are the inputs. */
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "",
                        "a.b[0].c",
                        "a\\.b.\"\\u00e9\"[-1]",
                        ".a['b'][0]",
                        "$.a[*]['b','c'][1:-1:2]..*",
                        "$..a[?@.b > 1.5e0 && !(@.c == 'x' || $.deep)]",
                        "$.a[?length(@.c) <= 2].c",
                        "$[?count(@..*) != value($.a)]",
                        "$.a[?match(@.c, $.pattern)]",
                        "$.a[?search(@.c, '[^a-c]+\\\\p{Ll}{2,}')]")
                .map(seed -> seed.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyTextIsReadOrRefused(byte[] utf8) {
        String text = new String(utf8, UTF_8);
        for (Function<String, ?> reader : PathReaders.ALL) {
            refusalOr(() -> assertThat(reader.apply(text)).isNotNull());
        }
        refusalOr(() -> everyMatchIsFoundAgainByItsPath(Path.parse(utf8)));
        refusalOr(() -> isWrittenAsItIsRead(Path.dotted(text)));
        refusalOr(() -> isWrittenAsItIsRead(Address.parse(text)));
    }

    private static void everyMatchIsFoundAgainByItsPath(Path path) {
        for (Match match : path.matches(DOCUMENT)) {
            assertThat(Path.parse(match.normalizedPath()).find(DOCUMENT)).isEqualTo(match.value());
            assertThat(Path.dotted(match.dottedPath()).find(DOCUMENT)).isEqualTo(match.value());
        }
    }

    private static void isWrittenAsItIsRead(Path path) {
        String written = path.toDotted();
        assertThat(Path.dotted(written)).isEqualTo(path);
        assertThat(Path.dotted(written).toDotted()).isEqualTo(written);
    }

    private static void isWrittenAsItIsRead(Address address) {
        assertThat(Address.parse(address.toString())).isEqualTo(address);
    }

    private static void refusalOr(Runnable action) {
        try {
            action.run();
        } catch (PathSyntaxException e) {
            assertThat(e.getMessage()).contains("at position " + e.position());
        } catch (PathLimitException e) {
            assertThat(e).hasMessageContaining("may");
        }
    }
}
