package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarEditTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2, 3",
        "-1, 1, 0",
        "0.1, 0.2, 0.3",
        "1.5, 1.5, 3.0",
        "2.50, 1, 3.5",
        "1, 1.0, 2.0",
        "1.5, -1.5, 0.0",
        "-0, 0, 0",
        "-0.0, 0, 0.0",
        "9223372036854775806, 1, 9223372036854775807",
        "9223372036854775808, 1, 9223372036854775809",
        "123456789012345678901234567890, 1, 123456789012345678901234567891",
        "1e2, 1, 101.0",
        "1e400, 0, ",
        "1.7976931348623157e308, 1e308, ",
        "9223372036854775807, 1, ",
        "-9223372036854775808, -1, ",
        "1e-401, 1, 1.0",
        "1e-30, 1, 1.000000000000000000000000000001",
        "1e-40, 1, 1.0",
        "1e16, 0.5, 1.00000000000000005e16",
        "1e-7, 0, 1e-7",
        "1e-5, 0.0, 0.00001",
        "1.5e300, 0, 1.5e300",
        "1e99999999999999999999, 1, ",
        "1e-99999999999999999999, 1, 1.0",
        "0e99999999999, 1, 1.0",
        "0.0e-99999999999, 1, 1.0",
        "-0e99999999999999999999, 0, 0.0",
    })
    void addIsExactInDecimal(String number, String summand, String sum) {
        Value left = Value.parse(number);
        Value right = Value.parse(summand);
        if (sum == null) {
            assertThatThrownBy(() -> NumberEdit.add(left, right)).isInstanceOf(NumberRangeException.class);
        } else {
            assertThat(NumberEdit.add(left, right)).hasToString(sum);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "6, 7, 42",
        "3.2, 2, 6.4",
        "0.5, 4, 2.0",
        "-3, 0, 0",
        "-2.5, 0, 0.0",
        "1.1, 1.1, 1.21",
        "1e200, 1e100, 1e300",
        "1e200, 1e200, ",
        "1e-300, 1e-300, 1e-600",
        "1e-600, 1e300, 0.0",
        "0e99999999999, 2, 0.0",
        "0.0e-99999999999, 0e99999999999, 0.0",
        "3037000500, 3037000500, ",
        "12345678901234567890, 10, 123456789012345678900",
        "1234567890123456789012345678901234567890, 10, 1.234567890123456789012345678901235e40",
        "0.3333333333333333333333333333333333, 0.3333333333333333333333333333333333, 0.1111111111111111111111111111111111",
    })
    void multiplyKeepsThirtyFourDigits(String number, String factor, String product) {
        Value left = Value.parse(number);
        Value right = Value.parse(factor);
        if (product == null) {
            assertThatThrownBy(() -> NumberEdit.multiply(left, right)).isInstanceOf(NumberRangeException.class);
        } else {
            assertThat(NumberEdit.multiply(left, right)).hasToString(product);
        }
    }

    @Test
    void numberDoesNotGrowForEver() {
        Value number = Value.of(1);
        for (int i = 0; i < 1000; i++) {
            number = NumberEdit.multiply(number, Value.parse("1.1"));
        }
        assertThat(number.numberText()).hasSizeLessThan(64).startsWith("2.469932918005826334124088385085");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\"        | \"b\"         | \"ab\"",
                "\"\"         | \"\"          | \"\"",
                "\"a\\ud83d\" | \"\\ude00b\"  | \"a😀b\"",
                "\"\\ude00\"  | \"\\ud83d\"   | \"\\ude00\\ud83d\"",
                "\"\\ud83d\"  | \"\\ud83d\\ude00\" | \"\\ud83d😀\"",
            })
    void appendJoinsStrings(String string, String suffix, String joined) {
        Value result = StringEdit.append(Value.parse(string), Value.parse(suffix));
        assertThat(result).hasToString(joined);
        DocumentCheck.verify(result.bytes(), result.position(), result.packedSize());
    }

    @Test
    void toggleAndClear() {
        assertThat(SimpleEdit.toggle(Value.of(true))).hasToString("false");
        assertThat(SimpleEdit.toggle(Value.of(false))).hasToString("true");
        assertThatThrownBy(() -> SimpleEdit.toggle(Value.nullValue())).isInstanceOf(IllegalStateException.class);
        assertThat(SimpleEdit.clear(Value.parse("{\"a\":1}"))).hasToString("{}");
        assertThat(SimpleEdit.clear(Value.parse("[1]"))).hasToString("[]");
        assertThat(SimpleEdit.clear(Value.parse("2.50"))).hasToString("0");
        assertThat(SimpleEdit.clear(Value.of("a"))).hasToString("\"a\"");
        assertThat(SimpleEdit.clear(Value.of(true))).hasToString("true");
        assertThat(SimpleEdit.clear(Value.nullValue())).hasToString("null");
    }
}
