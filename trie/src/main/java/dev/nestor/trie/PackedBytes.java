package dev.nestor.trie;

/**
 * Eight bytes side by side in a {@code long}, the first in the lowest bits, searched all at once
 * ("SIMD within a register", Hacker's Delight 6-1).
 */
final class PackedBytes {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private PackedBytes() {}

    static int get(long packed, int index) {
        return (int) (packed >>> (index << 3)) & 0xff;
    }

    /** The index of the first byte that equals {@code value}, 8 if none does. */
    static int indexOf(long packed, int value) {
        long zeroWhereEqual = packed ^ value * ONES;
        return Long.numberOfTrailingZeros((zeroWhereEqual - ONES) & ~zeroWhereEqual & HIGH_BITS) >>> 3;
    }

    /** How many of the first {@code count} bytes are less than {@code value}, unsigned. */
    static int countLess(long packed, int count, int value) {
        int less = 0;
        for (int i = 0; i < count; i++) {
            less += get(packed, i) < value ? 1 : 0;
        }
        return less;
    }

    /** Inserts a byte; the ones after it move up and the last falls out. */
    static long insert(long packed, int index, int value) {
        long below = lowest(index);
        return (packed & below) | ((long) value << (index << 3)) | ((packed & ~below) << 8);
    }

    /** Removes a byte; the ones after it move down and the last becomes 0. */
    static long remove(long packed, int index) {
        long below = lowest(index);
        return (packed & below) | ((packed >>> 8) & ~below);
    }

    private static long lowest(int count) {
        return (1L << (count << 3)) - 1;
    }
}
