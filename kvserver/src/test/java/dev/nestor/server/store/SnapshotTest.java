package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.document.path.Path;
import dev.nestor.trie.TrieCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final int TRAILER_BYTES = Snapshot.FRAME_BYTES + Snapshot.SUM_BYTES;

    private final Random random = Seed.random("SnapshotTest");

    @Test
    void restore_ofWhatWasWritten_isTheSameState() throws IOException {
        for (int size : new int[] {0, 1, 2, 1_000, 20_000}) {
            Store store = filled(size);
            byte[] snapshot = Written.snapshot(store);
            Store restored = new Store();
            restored.restore(new ByteArrayInputStream(snapshot));

            assertThat(Written.snapshot(restored)).isEqualTo(snapshot);
            assertThat(restored.view().firstExpiry()).isEqualTo(store.view().firstExpiry());
            assertThat(restored.view().expiryIndex().digest())
                    .isEqualTo(store.view().expiryIndex().digest());
            TrieCheck.check(restored.view().records());
            TrieCheck.check(restored.view().expiryIndex());
        }
    }

    @Test
    void freeze_laterWrites_areNotInIt() throws IOException {
        Store store = filled(100);
        byte[] before = Written.snapshot(store);
        Snapshot frozen = store.freeze();
        apply(store, new KeyOperation.Flush());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frozen.writeTo(out);
        assertThat(out.toByteArray()).isEqualTo(before);
    }

    @Test
    void restore_recordLargerThanABlock_isRead() throws IOException {
        Store store = filled(10);
        Bytes large = Bytes.wrap(new byte[StoreLimits.VALUE_BYTES]);
        apply(store, new StringOperation.Set(Bytes.wrap(new byte[StoreLimits.KEY_BYTES]), large));
        apply(store, new StringOperation.Set(Bytes.utf8("key5+"), large));

        assertTakes(Written.snapshot(store), new Store());
    }

    @Test
    void restore_flippedBitAnywhere_isRefused() throws IOException {
        byte[] snapshot = Written.snapshot(filled(30));
        Store store = new Store();
        for (int bit = 0; bit < snapshot.length * 8; bit++) {
            byte[] flipped = snapshot.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> store.restore(new ByteArrayInputStream(flipped)))
                    .as("bit %d", bit)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("at byte");
        }
        assertTakes(snapshot, store);
    }

    @Test
    void restore_cutOffAnywhere_isRefused() throws IOException {
        byte[] snapshot = Written.snapshot(filled(30));
        Store store = new Store();
        for (int length = 0; length < snapshot.length; length++) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThatThrownBy(() -> store.restore(new ByteArrayInputStream(cut)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("missing");
        }
        assertTakes(snapshot, store);
    }

    @Test
    void restore_bytesBehindTheTrailer_areRefused() throws IOException {
        byte[] snapshot = Written.snapshot(filled(3));
        assertDamaged(Arrays.copyOf(snapshot, snapshot.length + 1), "there are bytes after the trailer");
    }

    @Test
    void restore_blocksInAnotherOrder_areRefused() throws IOException {
        byte[] snapshot = Written.snapshot(filled(20_000));
        int second = Snapshot.HEADER_BYTES + blockSize(snapshot, Snapshot.HEADER_BYTES);
        int third = second + blockSize(snapshot, second);
        ByteBuffer swapped = ByteBuffer.allocate(snapshot.length)
                .put(snapshot, 0, Snapshot.HEADER_BYTES)
                .put(snapshot, second, third - second)
                .put(snapshot, Snapshot.HEADER_BYTES, second - Snapshot.HEADER_BYTES)
                .put(snapshot, third, snapshot.length - third);
        assertDamaged(swapped.array(), "block 1 comes where block 0 should");

        ByteBuffer shorter = ByteBuffer.allocate(snapshot.length - (third - second))
                .put(snapshot, 0, second)
                .put(snapshot, third, snapshot.length - third);
        assertDamaged(shorter.array(), "block 2 comes where block 1 should");
    }

    private static int blockSize(byte[] snapshot, int at) {
        return TRAILER_BYTES + ByteBuffer.wrap(snapshot).getInt(at + Integer.BYTES);
    }

    @Test
    void restore_headerOfAnotherSnapshot_isRefused() throws IOException {
        byte[] one = Written.snapshot(filled(30));
        byte[] other = Written.snapshot(filled(31));
        System.arraycopy(other, 0, one, 0, Snapshot.HEADER_BYTES);
        assertDamaged(one, "the header announces records 31, found are 30");
    }

    @Test
    void restore_properSumsOverNonsense_isRefused() {
        assertDamaged(block(0), "there is no proper record in block 0");
        assertDamaged(block(9, 1, 'k'), "a record reaches past the end of block 0");
        assertDamaged(block(3, 5, 'k', 0), "there is no proper record in block 0");
        assertDamaged(block(2, 1, 'k'), "there is no proper record in block 0");
        assertDamaged(block(5, 1, 'k', 0, 2, 'v'), "there is no proper record in block 0");
        assertDamaged(block(5, 1, 'k', 0, 1, 'v', 5, 1, 'k', 0, 1, 'w'), "there is no proper record in block 0");
        assertDamaged(block(5, 1, 'l', 0, 1, 'v', 5, 1, 'k', 0, 1, 'w'), "there is no proper record in block 0");
        assertDamaged(block(5, 1, 'k', 0, 1, 'v'), "the header announces a digest of 0");
    }

    /** A snapshot of one block in a partition at version 1, everything in it as it should be but the records. */
    private static byte[] block(int... records) {
        BinaryOutput snapshot = new BinaryOutput();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        snapshot.number(Snapshot.MAGIC);
        snapshot.fixedInt(Snapshot.FORMAT_VERSION);
        snapshot.number(1);
        snapshot.number(5);
        snapshot.number(0);
        snapshot.number(1);
        snapshot.number(0);
        finish(snapshot, whole);
        snapshot.fixedInt(0);
        snapshot.fixedInt(records.length);
        Arrays.stream(records).forEach(snapshot::code);
        finish(snapshot, whole);
        snapshot.fixedInt(1);
        snapshot.fixedInt(Snapshot.TRAILER);
        finish(snapshot, whole);
        return whole.toByteArray();
    }

    private static void finish(BinaryOutput part, ByteArrayOutputStream whole) {
        part.fixedInt(part.sum());
        whole.writeBytes(part.toArray());
        part.truncate(0);
    }

    private static void assertDamaged(byte[] snapshot, String message) {
        assertThatThrownBy(() -> new Store().restore(new ByteArrayInputStream(snapshot)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private static void assertTakes(byte[] snapshot, Store store) throws IOException {
        store.restore(new ByteArrayInputStream(snapshot));
        assertThat(Written.snapshot(store)).isEqualTo(snapshot);
    }

    private Store filled(int size) {
        Store store = new Store();
        store.apply(new LogEntry(
                1_000, IntStream.range(0, size).mapToObj(this::random).toList()));
        return store;
    }

    private Operation random(int i) {
        Bytes key = Bytes.utf8("key" + i);
        Bytes value = Bytes.utf8("v".repeat(random.nextInt(60)));
        Expiry expiry = i % 3 == 0 ? new Expiry.At(2_000 + random.nextInt(100)) : Expiry.NONE;
        return i % 2 == 0
                ? new StringOperation.Set(key, value, Operation.Condition.ALWAYS, expiry, false, Operation.ANY_VERSION)
                : new JsonOperation.Set(key, Path.ROOT, RandomOperations.json("[" + i + "]"));
    }

    private static void apply(Store store, Operation operation) {
        store.apply(new LogEntry(1_000, List.of(operation)));
    }
}
