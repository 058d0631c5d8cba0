package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordHashTest {
    /** Published values of XXH64 with seed 0. */
    @ParameterizedTest
    @CsvSource({
        "'', ef46db3751d8e999",
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1",
    })
    void hash_isXxh64(String text, String expected) {
        assertThat(Long.toHexString(RecordHash.of(text.getBytes(US_ASCII)))).isEqualTo(expected);
    }

    /** Each flipped input bit flips each output bit about half of the time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 8, 12, 31, 32, 33, 63, 64, 100})
    void flippedBit_flipsHalfOfTheHash(int length) {
        SplittableRandom random = Seed.random("avalanche, length " + length);
        int samples = 4_000;
        int[] flips = new int[64];
        for (int i = 0; i < samples; i++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            long before = RecordHash.of(bytes);
            bytes[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
            long changed = before ^ RecordHash.of(bytes);
            for (int bit = 0; bit < 64; bit++) {
                flips[bit] += (int) (changed >>> bit) & 1;
            }
        }
        for (int flipped : flips) {
            assertThat(flipped / (double) samples).isBetween(0.44, 0.56);
        }
    }

    @Test
    void similarRecords_doNotCollide() {
        Set<Long> hashes = new HashSet<>();
        int records = 0;
        for (int length = 0; length < 300; length++) {
            records += hashes.add(RecordHash.of(new byte[length])) ? 1 : 0;
        }
        for (int i = 0; i < 200_000; i++) {
            byte[] key = ("person" + i).getBytes(US_ASCII);
            records += hashes.add(RecordHash.of(TrieRecord.of(key, new byte[i % 40]))) ? 1 : 0;
        }
        assertThat(records).isEqualTo(200_300);
    }
}
