package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.command.CommandTable;
import dev.nestor.protocol.command.Flag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {
    @ParameterizedTest
    @CsvSource({
        "GET a, SAFE",
        "nestor.count, SAFE",
        "SET a 1, SAFE",
        "SET a 1 NX, NEVER",
        "SET a 1 GET, NEVER",
        "SET a 1 EX 5, NEVER",
        "MSET a 1 b 2, SAFE",
        "json.set a $ 1, SAFE",
        "JSON.SET a $ 1 NX, NEVER",
        "JSON.SET a $.b[0].c 1, SAFE",
        "JSON.SET a $.b[?(@.x>1)].x 1, NEVER",
        "JSON.MSET a $ 1 b $.x[?(@>1)] 2, NEVER",
        "JSON.MSET a $ 1 b $.x 2, SAFE",
        "JSON.MERGE a $ {}, SAFE",
        "DEL a b, SAME_EFFECT",
        "JSON.DEL a, SAME_EFFECT",
        "JSON.DEL a $.b, SAME_EFFECT",
        "JSON.DEL a $.b[0], NEVER",
        "FLUSHALL, SAME_EFFECT",
        "INCR a, NEVER",
        "APPEND a x, NEVER",
        "GETDEL a, NEVER",
        "EXPIRE a 5, NEVER",
        "SETNX a 1, NEVER",
        "SETEX a 1 b, NEVER",
        "GETSET a 1, NEVER",
        "DECRBY a 1, NEVER",
        "JSON.NUMINCRBY a $ 1, NEVER",
        "JSON.ARRAPPEND a $ 1, NEVER",
        "JSON.TOGGLE a $, NEVER",
        "SHUTDOWN, NEVER",
        "NOSUCH a, NEVER"
    })
    void command_isRepeatedOnlyIfThatChangesNothing(String line, Repetition repetition) {
        List<byte[]> words =
                Stream.of(line.split(" ", -1)).map(word -> word.getBytes(UTF_8)).toList();
        assertThat(Repetition.of(Invocation.of(words))).isEqualTo(repetition);
    }

    @Test
    void writesThatNobodyThoughtOf_areNeverRepeated() {
        assertThat(CommandTable.NESTOR.all())
                .filteredOn(spec -> spec.has(Flag.WRITE))
                .filteredOn(spec -> Repetition.of(new Invocation(List.of(new byte[0]), spec)) != Repetition.NEVER)
                .extracting(spec -> spec.fullName())
                .containsExactlyInAnyOrder(
                        "set",
                        "mset",
                        "json.set",
                        "json.mset",
                        "json.merge",
                        "del",
                        "unlink",
                        "json.del",
                        "json.forget",
                        "json.clear",
                        "persist",
                        "flushall");
    }
}
