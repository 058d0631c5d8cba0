package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseTest {
    private static Document parse(String text) {
        return Document.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "\"\"",
                "{}",
                "[]",
                "2.50",
                "0.05",
                "-0",
                "-0.0",
                "0e0",
                "1e400",
                "1E+2",
                "1e-400",
                "-9223372036854775808",
                "9223372036854775808",
                "18446744073709551616",
                "123456789012345678901234567890",
                "0.000000000000000000001",
                "99999999999999999999.5",
                "{\"\":{\"\":[]}}",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\\u001f\\n\\\"\\\\\"",
                "\"äöü 😀 \u2028\"",
                "[[[[[]]]]]",
                "{\"b\":1,\"a\":2}"
            })
    void textComesBackExactly(String text) {
        assertThat(parse(text).toJson()).isEqualTo(text);
    }

    @Test
    void escapesAreResolved() {
        assertThat(parse(" \"\\u0041\\/\\b\\f\\n\\r\\t\\ud83D\\uDE00\\u00e9\" ")
                        .root()
                        .string())
                .isEqualTo("A/\b\f\n\r\t😀é");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``             | 0 | no value",
                "`  `           | 2 | no value",
                "[1] x          | 4 | Unrecognized token 'x'",
                "[] []          | 3 | more than one value",
                "1 2            | 2 | more than one value",
                "1 \"ab\" 3   | 2 | more than one value",
                "{]             | 1 | Unexpected close marker ']': expected '}' at",
                "[1}            | 2 | Unexpected close marker '}': expected ']' at",
                "]              | 0 | Unexpected close marker ']': no open",
                "[\u001e1]     | 1 | Illegal character ((CTRL-CHAR, code 30)): only regular white space",
                "[1,]           | 3 | Unexpected character (']'",
                "[1 2]          | 3 | Unexpected character ('2' (code 50)): was expecting comma",
                "[1             | 2 | the text ends too early",
                "{\"a\":1,}     | 7 | Unexpected character ('}'",
                "{\"a\" 1}      | 5 | Unexpected character ('1' (code 49)): was expecting a colon",
                "{\"a\":1 \"b\" | 7 | Unexpected character ('\"'",
                "{1:2}          | 1 | Unexpected character ('1'",
                "{'a':1}        | 1 | Unexpected character (''' (code 39)",
                "'a'            | 0 | Unexpected character (''' (code 39)",
                "NaN            | 3 | Non-standard token 'NaN' at",
                "-Infinity      | 9 | Non-standard token '-Infinity' at",
                "nul            | 0 | Unrecognized token 'nul' at",
                "nulls          | 0 | Unrecognized token 'nulls' at",
                "True           | 0 | Unrecognized token 'True' at",
                "/**/1          | 0 | Unexpected character ('/' (code 47)): maybe a (non-standard) comment? at",
                "# 1            | 0 | Unexpected character ('#'",
                "01             | 1 | Invalid numeric value: Leading zeroes not allowed at",
                "-              | 1 | the text ends too early",
                "+1             | 1 | Unexpected character ('+'",
                ".5             | 0 | Unexpected character ('.'",
                "1.             | 1 | Unexpected character",
                "1.e5           | 1 | Unexpected character",
                "1e             | 2 | the text ends too early",
                "1e+            | 3 | the text ends too early",
                "0x1F           | 1 | Unexpected character ('x' (code 120)) at",
                "\"a            | 2 | the text ends too early",
                "\"a\\          | 3 | the text ends too early",
                "\"\\x\"        | 2 | Unrecognized character escape 'x'",
                "\"\\u12G4\"    | 5 | Unexpected character ('G' (code 71)): expected a hex-digit",
                "\"\\u12        | 5 | the text ends too early",
                "\"\\ud800\\u\" | 9 | Unexpected character ('\"'",
            })
    void badTextIsRefusedWithItsPosition(String text, int offset, String problem) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        JsonSyntaxException.class, e -> assertThat(e.offset()).isEqualTo(offset))
                .hasMessageStartingWith(problem)
                .hasMessageEndingWith(" at column %d (byte %d)", offset + 1, offset)
                .message()
                .doesNotContain("Source", "Feature", "enabl");
    }

    @Test
    void positionCountsLinesAndCodePoints() {
        assertThatThrownBy(() -> parse("[1,\n \"ä😀\" x")).isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.column()).isEqualTo(7);
            assertThat(e.offset()).isEqualTo(14);
        });
    }

    @Test
    void positionCountsFromTheStartOfTheSlice() {
        byte[] text = "xx[?]xx".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Document.parse(text, 2, 3, Limits.DEFAULT)).hasMessageEndingWith("column 2 (byte 1)");
    }

    @Test
    void nothingOutsideOfTheSliceIsRead() {
        byte[] text = "9[12]3".getBytes(StandardCharsets.UTF_8);
        assertThat(Document.parse(text, 1, 4, Limits.DEFAULT).toJson()).isEqualTo("[12]");
        assertThat(Document.parse(text, 2, 1, Limits.DEFAULT).toJson()).isEqualTo("1");
        assertThatThrownBy(() -> Document.parse(text, 1, 3, Limits.DEFAULT)).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0af",
                "c1bf",
                "c2",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "e282",
                "f0808080",
                "f08fbfbf",
                "f09f98",
                "f4908080",
                "f5808080",
                "ff",
                "fe",
                "c328",
                "e228a1",
                "f0288c28"
            })
    void malformedUtf8IsRefused(String hex) {
        byte[] bad = HexFormat.of().parseHex("22" + "6162".repeat(5) + hex + "22");
        assertThatThrownBy(() -> Document.parse(bad)).hasMessage("invalid UTF-8 at column 12 (byte 11)");
        byte[] badName = HexFormat.of().parseHex("7b22" + hex + "22" + "3a317d");
        assertThatThrownBy(() -> Document.parse(badName)).hasMessage("invalid UTF-8 at column 3 (byte 2)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17})
    void controlCharacterIsFoundAtAnyPlaceOfAString(int place) {
        String text = "\"" + "a".repeat(place) + "\u001f" + "b".repeat(17 - place) + "\"";
        assertThatThrownBy(() -> parse(text))
                .hasMessageStartingWith("Illegal unquoted character ((CTRL-CHAR, code 31))")
                .hasMessageEndingWith(" at column %d (byte %d)", place + 2, place + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String charset) {
        assertThatThrownBy(() -> Document.parse("{\"a\":1}".getBytes(Charset.forName(charset))))
                .isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> Document.parse("1".getBytes(Charset.forName(charset))))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void oneByteOrderMarkIsSkipped() {
        assertThat(parse("\ufeff [1]").toJson()).isEqualTo("[1]");
        assertThatThrownBy(() -> parse("\ufeff\ufeff[1]"))
                .hasMessageStartingWith("Unexpected character")
                .hasMessageEndingWith("(byte 3)");
        assertThatThrownBy(() -> parse("\ufeff")).hasMessageStartingWith("no value");
        assertThatThrownBy(() -> parse("\ufeff1 2"))
                .hasMessageStartingWith("more than one")
                .hasMessageEndingWith("(byte 5)");
        assertThatThrownBy(() -> parse("[\ufeff1]"))
                .hasMessageStartingWith("Unexpected character")
                .hasMessageEndingWith("(byte 1)");
    }

    @Test
    void duplicateNameIsRefused() {
        assertThatThrownBy(() -> parse("{\"a\":{\"b\":1,\"c\":2,\"b\":3}}"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage("duplicate member name \"b\" at column 24 (byte 23)");
        assertThatThrownBy(() -> parse("{\"\":1,\"\":2}")).hasMessageStartingWith("duplicate member name \"\"");
        assertThatThrownBy(() -> parse("{\"a\":1,\"\\u0061\":2}")).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void duplicateNameIsShownShortAndOnOneLine() {
        String name = "a\n\u2028\ud800" + "x".repeat(60_000);
        Value member = Value.of(1);
        PackedWriter writer = new PackedWriter().startObject();
        writer.name(name).value(member).name(name).value(member);
        assertThatThrownBy(writer::endObject)
                .isInstanceOfSatisfying(
                        DuplicateNameException.class, e -> assertThat(e.name()).isEqualTo(name))
                .hasMessage("duplicate member name \"a\\u000a\\u2028\\ud800" + "x".repeat(76) + "…\"");
        assertThatThrownBy(() -> parse("{\"a\\n\":1,\"a\\n\":2}"))
                .hasMessageStartingWith("duplicate member name \"a\\u000a\" at column");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 9, 10, 16, 17, 64, 1000})
    void duplicateNameIsRefusedInObjectsOfAnySize(int size) {
        for (int twin : new int[] {0, size / 2, size - 2}) {
            StringBuilder text = new StringBuilder("{");
            for (int i = 0; i < size - 1; i++) {
                text.append("\"n").append(i * 7919 % 10_007).append("\":0,");
            }
            text.append("\"n").append(twin * 7919 % 10_007).append("\":0}");
            assertThatThrownBy(() -> parse(text.toString())).hasMessageContaining("duplicate member name");
        }
    }

    @Test
    void memberOfEveryNameIsFoundInALargeObject() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 20_000; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("\"")
                    .append(i * 7919 % 20_011)
                    .append("\":")
                    .append(i);
        }
        Value object = parse(text.append("}").toString()).root();
        for (int i = 0; i < 20_000; i++) {
            Value member = object.member(Integer.toString(i * 7919 % 20_011));
            assertThat(member).isNotNull().hasToString(Integer.toString(i));
        }
        assertThat(object.member("x")).isNull();
    }
}
