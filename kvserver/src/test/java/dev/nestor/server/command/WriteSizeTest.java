package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.raft.RaftSettings;
import dev.nestor.server.store.StoreLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteSizeTest {
    private final TestServer server = new TestServer();
    private final Session session = server.connect();

    @ParameterizedTest
    @ValueSource(strings = {"MSET k %", "JSON.MSET k $ %", "JSON.ARRAPPEND doc $ %", "JSON.ARRINSERT doc $ 0 %"})
    void fourValuesOfSevenMegabytes_areRefused_oneOfThemIsNot(String pattern) {
        server.answer(Request.of("JSON.SET", "doc", "$", "[]"), session);
        String value = "\"" + "v".repeat(7 << 20) + "\"";
        assertThat(server.answer(repeated(pattern, value, 1), session)).isNotInstanceOf(Failure.class);
        server.answer(Request.of("JSON.SET", "doc", "$", "[]"), session);

        assertThat(server.answer(repeated(pattern, value, 4), session))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.message()).startsWith("one command writes at most 25165824 bytes"));
        assertThat(server.answer(Request.of("JSON.GET", "doc"), session)).isEqualTo(Reply.bulk("[]"));
    }

    @Test
    void manyLongKeys_areRefused() {
        String[] keys = new String[400];
        java.util.Arrays.setAll(keys, i -> "k".repeat(64_000) + i);
        assertThat(server.answer(Request.of("DEL", keys), session)).isInstanceOf(Failure.class);
    }

    /** Entries hold up to a megabyte already when an operation is added. */
    @Test
    void largestOperation_fitsIntoAnEntry() {
        assertThat(RaftSettings.ENTRY_BYTES_MAX).isGreaterThan(StoreLimits.OPERATION_BYTES + (2 << 20));
    }

    /** The words before the percent sign, and those from the key on as often as wanted. */
    private static Request repeated(String pattern, String value, int times) {
        List<String> words = new ArrayList<>(List.of(pattern.split(" ")));
        List<String> group = words.getFirst().endsWith("MSET")
                ? words.subList(1, words.size())
                : words.subList(words.size() - 1, words.size());
        List<String> repeated = new ArrayList<>(group);
        List<String> all = new ArrayList<>(words);
        for (int i = 1; i < times; i++) {
            all.addAll(repeated);
        }
        all.replaceAll(word -> word.equals("%") ? value : word);
        return Request.of(all.getFirst(), all.subList(1, all.size()).toArray(String[]::new));
    }
}
