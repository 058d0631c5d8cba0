package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.util.JedisClusterCRC16;

class SlotTest {
    private static final long SEED = Long.getLong("nestor.seed", 1);

    /** The check value of CRC-16/XMODEM, quoted in the Redis Cluster specification. */
    @Test
    void crc16_ofTheCheckString() {
        assertThat(Slot.crc16(Feed.latin("123456789"), 0, 9)).isEqualTo(0x31C3);
    }

    /** Values that Redis 7.0 gives to CLUSTER KEYSLOT. */
    @ParameterizedTest
    @CsvSource({"somekey,11058", "foo,12182", "foo{hash_tag},2515", "bar{hash_tag},2515", "hash_tag,2515"})
    void slot_ofKnownKeys(String key, int slot) {
        assertThat(Slot.of(Feed.latin(key))).isEqualTo(slot);
    }

    @ParameterizedTest
    @CsvSource({
        "{user1000}.following, user1000",
        "foo{{bar}}zap,        {bar",
        "foo{bar}{zap},        bar",
        "}a{b}c,               b"
    })
    void tag_decides(String key, String tag) {
        assertThat(Slot.of(Feed.latin(key))).isEqualTo(Slot.of(Feed.latin(tag)));
    }

    @ParameterizedTest
    @CsvSource({"foo{}{bar}", "{}", "{", "}", "a{b", "a}b{"})
    void withoutATag_theWholeKeyDecides(String key) {
        byte[] bytes = Feed.latin(key);
        assertThat(Slot.of(bytes)).isEqualTo(Slot.crc16(bytes, 0, bytes.length) % Slot.COUNT);
    }

    @Test
    void randomKeys_haveTheSlotThatJedisComputes() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            byte[] key = new byte[random.nextInt(12)];
            for (int i = 0; i < key.length; i++) {
                key[i] = (byte) (random.nextInt(3) == 0 ? "{}".charAt(random.nextInt(2)) : random.nextInt(256));
            }
            assertThat(Slot.of(key)).as("seed %d, key %s", SEED, key).isEqualTo(JedisClusterCRC16.getSlot(key));
        }
    }
}
