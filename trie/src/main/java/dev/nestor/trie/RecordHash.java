package dev.nestor.trie;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * XXH64 with seed 0 over all bytes of a record; the digest of a trie is the sum of it over its records.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">Yann Collet: xxHash fast
 *     digest algorithm</a>
 */
final class RecordHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME_1 = 0x9E37_79B1_85EB_CA87L;
    private static final long PRIME_2 = 0xC2B2_AE3D_27D4_EB4FL;
    private static final long PRIME_3 = 0x1656_67B1_9E37_79F9L;
    private static final long PRIME_4 = 0x85EB_CA77_C2B2_AE63L;
    private static final long PRIME_5 = 0x27D4_EB2F_1656_67C5L;

    private RecordHash() {}

    static long of(byte[] bytes) {
        long hash = (bytes.length < 32 ? PRIME_5 : stripes(bytes)) + bytes.length;
        return avalanche(tail(hash, bytes, bytes.length & ~31));
    }

    /** Four independent lanes, so that the multiplications of one stripe overlap. */
    private static long stripes(byte[] bytes) {
        long lane1 = 0x60EA_27EE_ADC0_B5D6L; // PRIME_1 + PRIME_2
        long lane2 = PRIME_2;
        long lane3 = 0;
        long lane4 = 0x61C8_864E_7A14_3579L; // -PRIME_1
        for (int at = 0; at <= bytes.length - 32; at += 32) {
            lane1 = round(lane1, longAt(bytes, at));
            lane2 = round(lane2, longAt(bytes, at + 8));
            lane3 = round(lane3, longAt(bytes, at + 16));
            lane4 = round(lane4, longAt(bytes, at + 24));
        }
        long hash = Long.rotateLeft(lane1, 1)
                + Long.rotateLeft(lane2, 7)
                + Long.rotateLeft(lane3, 12)
                + Long.rotateLeft(lane4, 18);
        return merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4);
    }

    private static long tail(long start, byte[] bytes, int from) {
        long hash = start;
        int at = from;
        for (; at <= bytes.length - 8; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, longAt(bytes, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at <= bytes.length - 4) {
            hash = Long.rotateLeft(hash ^ ((int) INTS.get(bytes, at) & 0xffff_ffffL) * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += 4;
        }
        for (; at < bytes.length; at++) {
            hash = Long.rotateLeft(hash ^ (bytes[at] & 0xff) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private static long avalanche(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * PRIME_2;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
        return mixed ^ (mixed >>> 32);
    }

    private static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }
}
