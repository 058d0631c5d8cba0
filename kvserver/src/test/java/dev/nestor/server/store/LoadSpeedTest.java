package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long a million records take; only that the states are the same is asserted. */
class LoadSpeedTest {
    private static final int RECORDS = 1_000_000;
    private static final int RECORDS_PER_ENTRY = 2_000;

    private final Random random = Seed.random("LoadSpeedTest");

    @Test
    void aMillionRecords_areAppliedWrittenAndRestored(@TempDir Path folder) throws IOException {
        Store store = new Store();
        long applied = 0;
        for (int first = 0; first < RECORDS; first += RECORDS_PER_ENTRY) {
            ByteBuffer entry = entry(first);
            long start = System.nanoTime();
            store.apply(entry);
            applied += System.nanoTime() - start;
        }
        print("decoded and applied", applied);

        long start = System.nanoTime();
        Path snapshot = folder.resolve("snapshot");
        try (OutputStream out = Files.newOutputStream(snapshot)) {
            store.freeze().writeTo(out);
        }
        print("written to a snapshot of %d MB".formatted(Files.size(snapshot) >> 20), System.nanoTime() - start);

        for (int round = 0; round < 3; round++) {
            Store restored = new Store();
            start = System.nanoTime();
            try (InputStream in = Files.newInputStream(snapshot)) {
                restored.restore(in);
            }
            print("restored", System.nanoTime() - start);
            assertThat(restored.view().digest()).isEqualTo(store.view().digest());
            assertThat(restored.view().size()).isEqualTo(RECORDS);
        }
    }

    private ByteBuffer entry(int first) {
        EntryEncoder encoder = new EntryEncoder();
        for (int i = first; i < first + RECORDS_PER_ENTRY; i++) {
            byte[] value = new byte[200];
            random.nextBytes(value);
            encoder.add(new StringOperation.Set(Bytes.utf8("person" + i), Bytes.wrap(value)));
        }
        return ByteBuffer.wrap(encoder.encode(0));
    }

    private static void print(String what, long nanos) {
        System.out.printf("%d records of 200 bytes %s in %.2f s%n", RECORDS, what, nanos / 1e9);
    }
}
