package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
    private final Random random = Seed.random("EntryCodecTest");
    private final RandomOperations operations = new RandomOperations(random);

    @Test
    void randomEntries_comeBackAsTheyWere() {
        for (int round = 0; round < 5_000; round++) {
            LogEntry entry = randomEntry(random.nextInt(4));
            byte[] bytes = Written.entry(entry);

            assertThat(LogEntry.decode(ByteBuffer.wrap(bytes))).isEqualTo(entry);
            assertThat(Written.entry(LogEntry.decode(inside(bytes)))).isEqualTo(bytes);
            assertThat(LogEntry.decode(direct(bytes))).isEqualTo(entry);
        }
    }

    private LogEntry randomEntry(int size) {
        return new LogEntry(
                random.nextLong(),
                IntStream.range(0, size)
                        .mapToObj(i -> operations.next(1_000, 50))
                        .toList());
    }

    private static ByteBuffer inside(byte[] bytes) {
        ByteBuffer larger = ByteBuffer.allocate(bytes.length + 7);
        return larger.put(3, bytes).position(3).limit(3 + bytes.length).slice();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    @Test
    void everyOperationAndEdit_hasAForm() {
        Stream.of(StringOperation.class, KeyOperation.class, JsonOperation.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(type -> assertThat(LogEntry.OPERATIONS.knows(type))
                        .as(type.getName())
                        .isTrue());
        for (Class<?> type : ValueEdit.class.getPermittedSubclasses()) {
            assertThat(EditForms.TABLE.knows(type)).as(type.getName()).isTrue();
        }
    }

    @Test
    void decode_cutOffAnywhere_saysWhatIsMissing() {
        byte[] bytes = Written.entry(randomEntry(40));
        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
            assertThatThrownBy(() -> LogEntry.decode(cut)).isInstanceOf(CorruptEntryException.class);
        }
    }

    @Test
    void decode_flippedBit_isRefusedOrReadAsItStands() {
        byte[] bytes = Written.entry(randomEntry(40));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            EntryFuzzTest.decodeAndEncode(flipped);
        }
    }

    @Test
    void decode_bytesBehindTheEntry_areRefused() {
        byte[] bytes = Written.entry(randomEntry(1));
        ByteBuffer longer = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1));
        assertThatThrownBy(() -> LogEntry.decode(longer))
                .isInstanceOf(CorruptEntryException.class)
                .hasMessageContaining("1 operations are announced, but 1 bytes follow");
    }

    @Test
    void decode_numbersOutsideTheirRange_areRefused() {
        byte[] header = Written.entry(new LogEntry(0, List.of()));
        byte[] future = header.clone();
        future[0] = 2;
        assertCorrupt(future, "format version 2, not 1");

        header[LogEntry.HEADER_BYTES - 1] = 1;
        assertCorrupt(followedBy(header, 99), "no operation: 99");
        assertCorrupt(followedBy(header, 18, 0x81, 0x00), "a number is not in its shortest form");
        assertCorrupt(followedBy(header, 18, 5, 'k'), "5 follow, but only 1 bytes do");
        assertCorrupt(followedBy(header, 20, 0xff, 0xff, 0xff, 0xff, 0x0f), "a number is too large: 4294967295");
        assertCorrupt(followedBy(header, 20, 0), "the limit is at least 1, not 0");
        assertCorrupt(followedBy(header, 1, 0, 0, 3), "none of [ALWAYS, IF_ABSENT, IF_PRESENT]: 3");
        assertCorrupt(followedBy(header, 1, 0, 0, 0, 0, 2), "no boolean: 2");
        assertCorrupt(followedBy(header, 35, 0, 2, 0), "no notation of paths: 2");
        assertCorrupt(followedBy(header, 35, 0, 0, 1, 0xff), "a path is not UTF-8");
        assertCorrupt(followedBy(header, 35, 0, 0, 2, '$', '.'), "makes no sense: expected");
    }

    private static byte[] followedBy(byte[] header, int... more) {
        byte[] bytes = Arrays.copyOf(header, header.length + more.length);
        for (int i = 0; i < more.length; i++) {
            bytes[header.length + i] = (byte) more[i];
        }
        return bytes;
    }

    private static void assertCorrupt(byte[] bytes, String message) {
        assertThatThrownBy(() -> LogEntry.decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(CorruptEntryException.class)
                .hasMessageContaining(message);
    }

    @Test
    void encoder_tellsHowMuchItHolds() {
        EntryEncoder encoder = new EntryEncoder();
        assertThat(encoder.encode(0)).hasSize(encoder.sizeBytes());
        LogEntry entry = randomEntry(100);
        entry.operations().forEach(encoder::add);
        assertThat(encoder.count()).isEqualTo(100);
        assertThat(encoder.encode(0)).hasSize(encoder.sizeBytes());
    }

    @Test
    void set_ofShortValues_takesFewBytesMore() {
        LogEntry entry = new LogEntry(0, List.of(new StringOperation.Set(Bytes.utf8("key"), Bytes.utf8("value"))));
        assertThat(Written.entry(entry)).hasSize(LogEntry.HEADER_BYTES + "key".length() + "value".length() + 7);
    }
}
