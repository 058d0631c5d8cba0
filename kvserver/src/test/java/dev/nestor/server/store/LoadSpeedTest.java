package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prints how long a million records take; only that the states are the same is asserted. */
class LoadSpeedTest {
    private static final int RECORDS = 1_000_000;
    private static final int RECORDS_PER_ENTRY = 2_000;

    private final Random random = Seed.random("LoadSpeedTest");

    @Test
    void aMillionRecords_areAppliedWrittenAndRestored() throws IOException {
        Store store = new Store();
        long applied = 0;
        for (int first = 0; first < RECORDS; first += RECORDS_PER_ENTRY) {
            ByteBuffer entry = entry(first);
            long start = System.nanoTime();
            store.apply(entry);
            applied += System.nanoTime() - start;
        }
        print("decoded and applied", applied);

        ByteArrayOutputStream out = new ByteArrayOutputStream(256 << 20);
        long start = System.nanoTime();
        store.freeze().writeTo(out);
        print("written to a snapshot of %d MB".formatted(out.size() >> 20), System.nanoTime() - start);

        byte[] snapshot = out.toByteArray();
        for (int round = 0; round < 3; round++) {
            Store restored = new Store();
            ByteArrayInputStream in = new ByteArrayInputStream(snapshot);
            start = System.nanoTime();
            restored.restore(in);
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
