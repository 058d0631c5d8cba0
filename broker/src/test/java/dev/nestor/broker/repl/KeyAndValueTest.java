package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAndValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "personA:{\"name\":\"Panos\"}            | personA  | {\"name\":\"Panos\"}",
                "personA {\"name\":\"Panos\"}            | personA  | {\"name\":\"Panos\"}",
                "personA : {\"name\":\"Panos\"}          | personA  | {\"name\":\"Panos\"}",
                "\"personA\":{\"name\":\"Panos\"}        | personA  | {\"name\":\"Panos\"}",
                "\"personA\" {\"name\":\"Panos\"}        | personA  | {\"name\":\"Panos\"}",
                "\"sp\" :1                               | sp       | 1",
                "\"sp\":1                                | sp       | 1",
                "\"sp\"1                                 | sp       | 1",
                "n:5                                     | n        | 5",
                "n -5                                    | n        | -5",
                "n: \"x;y\"                              | n        | \"x;y\"",
                "user:1 {\"a\":1}                        | user:1   | {\"a\":1}",
                "user:1:{\"a\":1}                        | user:1   | {\"a\":1}",
                "user:1 5                                | user:1   | 5",
                "user:x:y [1]                            | user:x:y | [1]",
                "a.b {}                                  | a.b      | {}",
                "a[0] 5                                  | a[0]     | 5",
                "{user}:1 {\"a\":1}                      | {user}:1 | {\"a\":1}",
                "user:1{x} [1]                           | user:1{x} | [1]",
                "\"a b:c\":{}                            | a b:c    | {}",
                "\"q\\\"uote\" {}                        | q\"uote  | {}",
                "b:{\"c\":{\"m\":\"V\"; \"n\":\"S\"} ; \"d\":\"G\"} | b | {\"c\":{\"m\":\"V\",\"n\":\"S\"},\"d\":\"G\"}",
                "b {\"a\":1};                            | b        | {\"a\":1}",
                "b {\"a\":[1;2]}                         | b        | {\"a\":[1,2]}",
                "b {\"a\":\"1;2\"}                       | b        | {\"a\":\"1;2\"}",
                "b\t{\"a\": 1e400}                       | b        | {\"a\":1e400}",
                "b false                                 | b        | false",
                "b null                                  | b        | null",
                "b \"\"                                  | b        | \"\"",
                "@-_,x 1                                 | @-_,x    | 1",
                "a;b {\"c\":1; \"d\":2};                 | a;b      | {\"c\":1,\"d\":2}",
                "a;b:5                                   | a;b      | 5"
            })
    void theKeyEndsAtTheFirstSeparatorBehindWhichThereIsAValue(String typed, String key, String json) {
        KeyAndValue parsed = KeyAndValue.parse(typed);

        assertThat(parsed.key()).isEqualTo(key);
        assertThat(parsed.value()).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nocolon", "key:", "\"key\"", "\"key\" :", "key   ", "{\"a\":1}"})
    void withoutAValue_thatIsSaid(String typed) {
        assertThatThrownBy(() -> KeyAndValue.parse(typed))
                .isInstanceOf(BadCommandException.class)
                .hasMessageContaining("The value is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k {\"a\":}",
                "k {\"a\":1",
                "k:{'a':1}",
                "k hello",
                "k {\"a\":1,\"a\":2}",
                "k {} {}",
                "k 01",
                "{a: 1}"
            })
    void whatIsNoJson_isRefused(String typed) {
        assertThatThrownBy(() -> KeyAndValue.parse(typed))
                .isInstanceOf(BadCommandException.class)
                .hasMessageStartingWith("The value is not JSON, nothing was changed: ");
    }

    @Test
    void anEmptyKey_isRefused() {
        assertThatThrownBy(() -> KeyAndValue.parse("\"\" {}")).hasMessage("A key must not be empty");
        assertThatThrownBy(() -> KeyAndValue.parse(":{}")).hasMessage("A key must not be empty");
    }

    @Test
    void aQuoteThatIsNotClosed_isSaid() {
        assertThatThrownBy(() -> KeyAndValue.parse("\"key {}")).hasMessageStartingWith("The quote is not closed");
    }

    @Test
    void nothingAtAll_isSaid() {
        assertThatThrownBy(() -> KeyAndValue.parse(" "))
                .hasMessage("There must be a key and a value: write PUT key {json}");
    }
}
