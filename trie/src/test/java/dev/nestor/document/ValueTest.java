package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.document.Value.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    private static final Value PERSON = Value.parse("{\"name\":\"Ada\",\"tags\":[1,[2,3],{\"x\":null}],\"on\":true}");

    @Test
    void kindsAreTold() {
        assertThat(PERSON.kind()).isEqualTo(Kind.OBJECT);
        assertThat(Walk.to(PERSON, "tags").kind()).isEqualTo(Kind.ARRAY);
        assertThat(Walk.to(PERSON, "name").kind()).isEqualTo(Kind.STRING);
        assertThat(Walk.to(PERSON, "tags", 0).kind()).isEqualTo(Kind.NUMBER);
        assertThat(Walk.to(PERSON, "on").kind()).isEqualTo(Kind.BOOLEAN);
        assertThat(Walk.to(PERSON, "tags", 2, "x").kind()).isEqualTo(Kind.NULL);
    }

    @Test
    void stepThatLeadsNowhereGivesNull() {
        assertThat(PERSON.member("nam")).isNull();
        assertThat(PERSON.member("")).isNull();
        assertThat(PERSON.element(0)).isNull();
        assertThat(Walk.to(PERSON, "name").member("x")).isNull();
        assertThat(Walk.to(PERSON, "tags").element(3)).isNull();
        assertThat(Walk.to(PERSON, "tags").element(-1)).isNull();
    }

    @Test
    void readingAsAnotherKindIsRefused() {
        assertThatThrownBy(PERSON::string).hasMessage("not of kind STRING but OBJECT");
        assertThatThrownBy(Value.of("a")::size).hasMessage("not of kind OBJECT or ARRAY but STRING");
        assertThatThrownBy(PERSON::bool).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(PERSON::numberText).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(PERSON::elements).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(Walk.to(PERSON, "tags")::members).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(Walk.to(PERSON, "name")::size).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PERSON.compareNumber(Value.of(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partOfADocumentBecomesADocument() {
        assertThat(Walk.to(PERSON, "tags", 2).toDocument().toJson()).isEqualTo("{\"x\":null}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 18, 40, 127, 128, 129, 5000, 16_383, 16_384, 16_385})
    void namesOfEveryLengthAreFoundAndToldApart(int length) {
        String name = "n".repeat(length);
        Value object = new PackedWriter()
                .startObject()
                .name(name + "x")
                .integer(1)
                .name(name)
                .integer(2)
                .endObject()
                .toDocument()
                .root();
        assertThat(Walk.to(object, name)).hasToString("2");
        for (int at = 0; at < Math.min(length, 20); at++) {
            String other = name.substring(0, at) + "o" + name.substring(at + 1);
            assertThat(object.member(other)).isNull();
        }
        if (length > 0) {
            assertThat(object.member(name.substring(0, length - 1) + "o")).isNull();
            assertThat(object.member(name.substring(1))).isNull();
        }
        DocumentCheck.verify(object.bytes(), object.position(), object.packedSize());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 64, 255, 256, 65_535, 65_536})
    void stringsOfEveryLengthComeBack(int length) {
        Value string = Value.of("s".repeat(length));
        assertThat(string.string()).hasSize(length);
        DocumentCheck.verify(string.bytes(), string.position(), string.packedSize());
        Value array = new PackedWriter()
                .startArray()
                .value(string)
                .value(Value.of(7))
                .endArray()
                .toDocument()
                .root();
        DocumentCheck.verify(array.bytes(), array.position(), array.packedSize());
        assertThat(Walk.to(array, 1)).hasToString("7");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1, 10e-1",
        "100, 1e2",
        "0, -0",
        "0, 0e400",
        "-0.0, 0.00",
        "2.5, 2.50",
        "1e400, 10e399",
        "9223372036854775808, 9223372036854775808.0",
        "0.000000000000000000001, 1e-21"
    })
    void numbersAreEqualByWhatTheyStandFor(String left, String right) {
        assertThat(Value.parse(left)).isEqualTo(Value.parse(right)).hasSameHashCodeAs(Value.parse(right));
        assertThat(Value.parse("[" + left + "]")).isEqualTo(Value.parse("[" + right + "]"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "-1, 0",
        "0.5, 0.75",
        "-0.75, -0.5",
        "-1e400, -9223372036854775808",
        "1e399, 1e400",
        "1e99999999999999999999, 1e100000000000000000000",
        "2, 2.000000000000000000001",
        "-0.5, 0.3",
        "9.99, 10.0"
    })
    void numbersAreOrdered(String less, String more) {
        assertThat(Value.parse(less).compareNumber(Value.parse(more))).isNegative();
        assertThat(Value.parse(more).compareNumber(Value.parse(less))).isPositive();
        assertThat(Value.parse(less)).isNotEqualTo(Value.parse(more));
    }

    @Test
    void orderOfRandomNumbersIsThatOfBigDecimal() {
        Random random = new Random(RandomJson.seed());
        RandomJson numbers = new RandomJson(random, 0);
        for (int i = 0; i < 20_000; i++) {
            String left = numbers.randomNumber();
            String right = numbers.randomNumber();
            int expected = new BigDecimal(left).compareTo(new BigDecimal(right));
            assertThat(Integer.signum(Value.parse(left).compareNumber(Value.parse(right))))
                    .as("%s and %s", left, right)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} | {\"a\":2}", "{\"a\":1} | {\"b\":1}", "{\"a\":1} | {\"a\":1,\"b\":1}", "[1,2] | [2,1]",
                        "[1] | [1,1]",
                "\"1\" | 1", "null | false", "true | false", "[] | {}", "\"a\" | \"A\""
            })
    void differentValuesAreNotEqual(String left, String right) {
        assertThat(Value.parse(left)).isNotEqualTo(Value.parse(right));
    }

    @Test
    void indentedTextIsAsPeopleWriteIt() {
        byte[] indented = PERSON.toJson(Layout.INDENTED);
        assertThat(new String(indented, StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "name": "Ada",
                  "tags": [
                    1,
                    [
                      2,
                      3
                    ],
                    {
                      "x": null
                    }
                  ],
                  "on": true
                }""");
        assertThat(new String(Value.parse("[{},[]]").toJson(Layout.INDENTED), StandardCharsets.UTF_8))
                .isEqualTo("[\n  {},\n  []\n]");
    }

    @Test
    void writerRefusesTwoMembersOfOneName() {
        PackedWriter writer =
                new PackedWriter().startObject().name("a").integer(1).name("a").integer(2);
        assertThatThrownBy(writer::endObject)
                .isInstanceOfSatisfying(
                        DuplicateNameException.class, e -> assertThat(e.name()).isEqualTo("a"));
    }

    @Test
    void rewriteRefusesWhatIsNoTarget() {
        Document document = PERSON.toDocument();
        assertThatThrownBy(() -> document.rewrite(new int[] {1}, target -> Value.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> document.rewrite(new int[] {0}, target -> null))
                .hasMessage("the root of a document cannot be removed");
        assertThat(document.rewrite(new int[] {0}, target -> Value.of(1)).toJson())
                .isEqualTo("1");
        assertThat(document.rewrite(new int[0], target -> null).root()).isEqualTo(PERSON);
    }
}
