package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void linesBreakBetweenWords() {
        assertThat(Wrapping.at(10, "aaa bbb ccc ddd")).isEqualTo("aaa bbb\nccc ddd");
        assertThat(Wrapping.at(7, "aaa bbb ccc ddd")).isEqualTo("aaa bbb\nccc ddd");
    }

    @Test
    void aLongWord_staysWhole() {
        assertThat(Wrapping.at(5, "a bbbbbbbbbb c")).isEqualTo("a\nbbbbbbbbbb\nc");
        assertThat(Wrapping.at(5, "bbbbbbbbbb")).isEqualTo("bbbbbbbbbb");
    }

    @Test
    void linesThatAreThere_stay() {
        assertThat(Wrapping.at(80, "a b\n\nc")).isEqualTo("a b\n\nc");
    }
}
