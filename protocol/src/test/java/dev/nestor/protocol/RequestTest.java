package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Request SET = Request.of("Set", "key", "ünï", "nx");

    @Test
    void words_areReadAsSent() {
        assertThat(SET.size()).isEqualTo(4);
        assertThat(SET.name()).isEqualTo(Feed.latin("Set"));
        assertThat(SET.text(2)).isEqualTo("ünï");
        assertThat(SET).hasToString("Set (3 arguments)");
    }

    @Test
    void keyword_isMatchedInAnyCase() {
        assertThat(SET.is(0, "SET")).isTrue();
        assertThat(SET.is(3, "NX")).isTrue();
        assertThat(SET.is(3, "XX")).isFalse();
        assertThat(SET.is(3, "NXX")).isFalse();
        assertThat(Request.of("{x").is(0, "[X")).as("only letters have a case").isFalse();
    }

    @Test
    void from_isTheRequestInside() {
        assertThat(Request.of("COMMAND", "GETKEYS", "GET", "a").from(2)).isEqualTo(Request.of("GET", "a"));
        assertThatThrownBy(() -> SET.from(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
