package dev.nestor.protocol;

/**
 * The hash slot of a key: CRC16 of the key, or of its {@code {tag}}, modulo 16384, as the Redis Cluster specification
 * says. Keys with the same tag share a slot.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/">Redis cluster specification</a>
 */
public final class Slot {
    /** How many slots there are. */
    public static final int COUNT = 1 << 14;

    /** Into how many partitions they can be cut at most: each costs its servers threads and idle time. */
    public static final int MOST_PARTITIONS = 16;

    private static final int POLYNOMIAL = 0x1021;
    private static final char[] CRC = table();

    private Slot() {}

    /** The slot of a key, 0 to 16383. */
    public static int of(byte[] key) {
        int open = indexOf(key, (byte) '{', 0);
        int close = open < 0 ? -1 : indexOf(key, (byte) '}', open + 1);
        // An empty tag, as in "{}key", is none.
        return close > open + 1 ? crc16(key, open + 1, close) % COUNT : crc16(key, 0, key.length) % COUNT;
    }

    private static int indexOf(byte[] key, byte wanted, int from) {
        for (int i = from; i < key.length; i++) {
            if (key[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** CRC-16/XMODEM: polynomial 0x1021, start value 0, nothing reflected; a byte at a time. */
    static int crc16(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 ^ CRC[(crc >>> 8 ^ bytes[i]) & 0xFF]) & 0xFFFF;
        }
        return crc;
    }

    private static char[] table() {
        char[] table = new char[256];
        for (int index = 0; index < table.length; index++) {
            int crc = index << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[index] = (char) crc;
        }
        return table;
    }
}
