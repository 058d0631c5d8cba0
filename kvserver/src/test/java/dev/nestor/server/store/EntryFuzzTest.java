package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a log entry: they are refused with the one documented exception, or they are what it is written as. */
class EntryFuzzTest {

    /** Where fuzzing starts; without fuzzing these are the inputs. */
    static Stream<byte[]> seeds() {
        RandomOperations operations = new RandomOperations(new Random(1));
        return Stream.generate(() -> operations.next(1_000, 50))
                .limit(200)
                .map(operation -> Written.entry(new LogEntry(1_000, List.of(operation))));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreReadOrRefused(byte[] bytes) {
        decodeAndEncode(bytes);
    }

    static void decodeAndEncode(byte[] bytes) {
        LogEntry entry;
        try {
            entry = LogEntry.decode(ByteBuffer.wrap(bytes));
        } catch (CorruptEntryException e) {
            assertThat(e).hasMessageContaining("byte");
            return;
        }
        assertThat(Written.entry(entry)).isEqualTo(bytes);
    }
}
