package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawWordsTest {
    private static List<String> split(String text) {
        return RawWords.split(text).stream()
                .map(word -> new String(word, UTF_8))
                .toList();
    }

    @Test
    void wordsAreSplitAsRedisCliDoes() {
        assertThat(split("  SET k  \"a b\\n\" 'c d' e'f g' ")).containsExactly("SET", "k", "a b\n", "c d", "ef g");
        assertThat(split("SET k \"\" Ω")).containsExactly("SET", "k", "", "Ω");
    }

    @Test
    void anObjectOrArray_isOneWordAsItStands() {
        assertThat(split("JSON.SET k $ {\"a b\": [1, \"}\"]} NX"))
                .containsExactly("JSON.SET", "k", "$", "{\"a b\": [1, \"}\"]}", "NX");
        assertThat(split("JSON.SET k $ [1, 2]")).containsExactly("JSON.SET", "k", "$", "[1, 2]");
    }

    @Test
    void whatOnlyBeginsAsOne_isAWord() {
        assertThat(split("KEYS [ab]* {tag}x [ x")).containsExactly("KEYS", "[ab]*", "{tag}x", "[", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET k \"a", "SET k 'a", "SET k \"a\"b"})
    void quotesThatDoNotMatch_areRefused(String text) {
        assertThatThrownBy(() -> split(text)).hasMessageStartingWith("The quotes do not match in: ");
    }

    @Test
    @Timeout(60)
    void aLongLineOfBracesThatDoNotClose_isSplitAllTheSame() {
        assertThat(split("SET k " + "{ ".repeat(200_000))).hasSize(200_002);
    }
}
