package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    .                 ; $
                    .a.b              ; $.a.b
                    a                 ; $.a
                    a.b[0]            ; $.a.b[0]
                    ["a"]             ; $.a
                    .["a"]            ; $.a
                    a['b']            ; $.a.b
                    a.["b"].c         ; $.a.b.c
                    [-1]              ; $[-1]
                    .[0][1]           ; $[0][1]
                    foo-bar.x_y       ; $['foo-bar'].x_y
                    user:7/name#1     ; $['user:7/name#1']
                    0.1               ; $['0']['1']
                    größe.名前        ; $['größe']['名前']
                    $a                ; $['$a']
                    a.$               ; $.a['$']
                    @x                ; $['@x']
                    ["a.b"]           ; $['a.b']
                    ["a\\"\\u00e9"]   ; $['a"é']
                    [ 0 ]             ; $[0]
                    ..a               ; $..a
                    a..b              ; $.a..b
                    .*                ; $.*
                    *.a               ; $.*.a
                    a[*]..[0]         ; $.a[*]..[0]
                    a[1:3]            ; $.a[1:3]
                    a["b","c"]        ; $.a['b','c']
                    a[?(@.n > 3)].x   ; $.a[?@.n > 3].x
                    """)
    void parse_legacyPath_isTheJsonPath(String legacy, String jsonPath) {
        Path path = Path.parse(legacy);

        assertThat(path).isEqualTo(Path.parse(jsonPath));
        assertThat(path.notation()).isEqualTo(Notation.LEGACY);
        assertThat(path).hasToString(legacy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    ``          ; a name, '*' or '['                     ; 1
                    a.          ; a name, '*' or '['                     ; 3
                    ...a        ; a name, '*' or '['                     ; 3
                    a b         ; '.', '[' or end of path                ; 2
                    a*          ; '.', '[' or end of path                ; 2
                    a[          ; a quoted name, an index, a slice, '*' or '?' ; 3
                    a[b]        ; a quoted name, an index, a slice, '*' or '?' ; 3
                    a[]         ; a quoted name, an index, a slice, '*' or '?' ; 3
                    a[0         ; ',' or ']'                             ; 4
                    a]          ; '.', '[' or end of path                ; 2
                    a"b"        ; '.', '[' or end of path                ; 2
                    length(a)   ; '.', '[' or end of path                ; 7
                    """)
    void parse_wrongText_saysWhereAndWhatWasExpected(String text, String expected, int position) {
        PathSyntaxException refusal = Refusal.of(() -> Path.parse(text));

        assertThat(refusal.expected()).isEqualTo(expected);
        assertThat(refusal.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$.a", "$..a", "$[0]", "$ .a", "$\n['a']"})
    void parse_dollarBeforeASegment_isJsonPath(String text) {
        assertThat(Path.parse(text).notation()).isEqualTo(Notation.JSONPATH);
    }

    @Test
    void parse_bytes_areUtf8() {
        assertThat(Path.parse("größe".getBytes(UTF_8))).isEqualTo(Path.parse("größe"));
    }

    @Test
    void parse_malformedUtf8_isRefused() {
        PathSyntaxException refusal = Refusal.of(() -> Path.parse(new byte[] {'$', '.', 'a', (byte) 0xC3, '.'}));

        assertThat(refusal).hasMessage("expected text in UTF-8 at position 4, found '\uFFFD': $.a\uFFFD.");
    }
}
