package dev.nestor.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrieRecordTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 16_383, 16_384, 65_535, 65_536})
    void record_givesBackItsKeyAndPayload(int keyLength) {
        byte[] key = new byte[keyLength];
        Arrays.fill(key, (byte) 0xee);
        byte[] record = TrieRecord.of(key, new byte[] {1, 2, 3});
        assertThat(TrieRecord.keyLength(record)).isEqualTo(keyLength);
        assertThat(TrieRecord.key(record)).isEqualTo(key);
        assertThat(Arrays.copyOfRange(record, TrieRecord.payloadOffset(record), record.length))
                .containsExactly(1, 2, 3);
        assertThat(TrieRecord.keyEquals(record, key, 0, keyLength)).isTrue();
        assertThat(TrieRecord.compareKey(record, key, 0, keyLength)).isZero();
        TrieRecord.requireRecord(record);
    }

    @Test
    void keyOverTheLimit_isRefusedWithBothNumbers() {
        assertThatThrownBy(() -> TrieRecord.of(new byte[65_537], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key has 65537 bytes, the limit is 65536");
    }

    @Test
    void keys_compareAsUnsignedBytes() {
        byte[] record = TrieRecord.of(new byte[] {(byte) 0x80}, new byte[0]);
        assertThat(TrieRecord.compareKey(record, new byte[] {0x7f}, 0, 1)).isPositive();
        assertThat(TrieRecord.compareKey(record, new byte[] {(byte) 0x80, 0}, 0, 2))
                .isNegative();
        assertThat(TrieRecord.keyEquals(record, new byte[] {0, (byte) 0x80}, 1, 1))
                .isTrue();
        assertThat(TrieRecord.keyEquals(record, new byte[] {0, (byte) 0x80}, 0, 2))
                .isFalse();
    }
}
