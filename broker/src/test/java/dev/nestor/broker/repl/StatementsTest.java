package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    @Test
    void eachLineIsACommand_blankLinesAndCommentsAreNot() {
        assertThat(Statements.split("GET a\r\n\n  # no command\n  COUNT  ")).containsExactly("GET a", "COUNT");
    }

    @Test
    void aValueGoesOnUntilItsBracesClose() {
        assertThat(Statements.split("PUT a {\"b\":\n[1,\n\n2]}\nGET a"))
                .containsExactly("PUT a {\"b\":\n[1,\n\n2]}", "GET a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"put a {", "PUT a {\"b\": \"}\",", "SET a.b [1,", "GET x\nPUT a {", "PUT a } {"})
    void anOpenValue_waitsForMore(String text) {
        assertThat(Statements.endsOpen(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET a{", "KEYS [", "PUT a {}", "PUT a {\"b\": \"{\"}", "PUT a {}\nGET {", "PUT a }"})
    void anythingElse_doesNot(String text) {
        assertThat(Statements.endsOpen(text)).isFalse();
    }

    /** No other line could close it. */
    @ParameterizedTest
    @ValueSource(strings = {"SET a.b \"c", "PUT a {\"b\": \"}", "PUT a {\"b\\\"}"})
    void anOpenString_doesNotEither(String text) {
        assertThat(Statements.endsOpen(text)).isFalse();
    }
}
