package dev.nestor.document.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DottedPathTest {

    /** Each line: a path as people write it, the same in JSONPath, the same in canonical dotted notation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    street               | $['street']                 | street
                    car.make             | $['car']['make']            | car.make
                    a.b[3].c             | $['a']['b'][3]['c']         | a.b[3].c
                    a[-1]                | $['a'][-1]                  | a[-1]
                    [0]                  | $[0]                        | [0]
                    [0][-2].x            | $[0][-2]['x']               | [0][-2].x
                    "a.b".c              | $['a.b']['c']               | "a.b".c
                    a\\.b.c              | $['a.b']['c']               | "a.b".c
                    a\\[0\\]             | $['a[0]']                   | "a[0]"
                    \\"x\\\\y            | $['"x\\\\y']                | "\\"x\\\\y"
                    ""                   | $['']                       | ""
                    a."".b               | $['a']['']['b']             | a."".b
                    "\\u00e9\\n"         | $['é\\n']                   | "é\\n"
                    first name           | $['first name']             | first name
                    " x"                 | $[' x']                     | " x"
                    a-b._c.d@e.f:g       | $['a-b']['_c']['d@e']['f:g']| a-b._c.d@e.f:g
                    $.*.@.'x'            | $['$']['*']['@']['\\'x\\''] | $.*.@.'x'
                    größe.名前.😀         | $['größe']['名前']['😀']      | größe.名前.😀
                    0.1                  | $['0']['1']                 | 0.1
                    """)
    void dotted_readsAndWrites(String dotted, String jsonPath, String canonical) {
        Path path = Path.dotted(dotted);

        assertThat(path).isEqualTo(Path.parse(jsonPath));
        assertThat(path.toDotted()).isEqualTo(canonical);
        assertThat(path.isDefinite()).isTrue();
    }

    @Test
    void dotted_emptyText_isTheWholeDocument() {
        assertThat(Path.dotted("")).isEqualTo(Path.ROOT).isEqualTo(Path.parse("$"));
        assertThat(Path.dotted("").toDotted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    .a        | a name (the empty one is written "") | 1
                    a.        | a name (the empty one is written "") | 3
                    a..b      | a name (the empty one is written "") | 3
                    a]        | '.', '[' or end of path              | 2
                    a"b"      | '.', '[' or end of path              | 2
                    "a"b      | '.', '[' or end of path              | 4
                    a[        | a digit                              | 3
                    a[x]      | a digit                              | 3
                    a[*]      | a digit                              | 3
                    a[0       | ']'                                  | 4
                    a[0;      | ']'                                  | 4
                    a[01]     | an integer without leading zeros     | 3
                    a[-0]     | an integer (0 has no sign)           | 3
                    a[9007199254740992] | an integer between -9007199254740991 and 9007199254740991 | 3
                    a[123456789012345678901234567890] | an integer between -9007199254740991 and 9007199254740991 | 3
                    a\\x      | one of .[]"\\ behind the backslash   | 3
                    a\\       | one of .[]"\\ behind the backslash   | 3
                    "a        | a character of the string or its closing " | 3
                    "\\q"     | an escape: \\b \\f \\n \\r \\t \\/ \\\\ \\" or \\uXXXX | 3
                    "\\u12g4" | a hexadecimal digit                  | 6
                    "\\ud800" | both halves of a surrogate pair in the string | 8
                    """)
    void dotted_wrongText_saysWhereAndWhatWasExpected(String text, String expected, int position) {
        PathSyntaxException refusal = Refusal.of(() -> Path.dotted(text));

        assertThat(refusal.expected()).isEqualTo(expected);
        assertThat(refusal.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    person1            | person1  | ``
                    person1.a.b[0]     | person1  | a.b[0]
                    person1[0].a       | person1  | [0].a
                    "my.key".a[0]      | my.key   | a[0]
                    my\\.key.a[0]      | my.key   | a[0]
                    user:7{x}@y.name   | user:7{x}@y | name
                    ключ."".x          | ключ     | "".x
                    """)
    void address_splitsKeyAndPath(String text, String key, String path) {
        Address address = Address.parse(text);

        assertThat(address).isEqualTo(new Address(key, Path.dotted(path)));
        assertThat(address.path().toString()).isEqualTo(path);
        assertThat(Address.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".a", "[0]", "\"\"", "\"\".a", "a.", "a..b", "\"a"})
    void address_wrongText_isRefused(String text) {
        Refusal.of(() -> Address.parse(text));
    }

    @Test
    void address_emptyKey_cannotBeMade() {
        assertThatThrownBy(() -> new Address("", Path.ROOT)).hasMessage("a key must not be empty");
    }

    @Test
    void toDotted_randomPaths_roundTrip() {
        RandomPaths random = new RandomPaths();
        for (int round = 0; round < 20_000; round++) {
            List<Segment> segments = random.definite();
            String dotted = new Path("", Notation.DOTTED, segments).toDotted();

            assertThat(Path.dotted(dotted).segments()).as(dotted).isEqualTo(segments);

            Address address = new Address(random.name() + "x", Path.dotted(dotted));
            assertThat(Address.parse(address.toString())).isEqualTo(address);
        }
    }
}
