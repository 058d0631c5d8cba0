package dev.nestor.server.store;

/** Numbers from 0 to 2<sup>63</sup> - 1 in 1 to 9 bytes, 7 bits in each, the lowest first. */
final class Varint {
    static final int MOST_BYTES = 9;

    private Varint() {}

    static int size(long value) {
        return value == 0 ? 1 : (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7;
    }

    /** Writes a number and returns the index after it. */
    static int write(byte[] target, int at, long value) {
        int next = at;
        long rest = value;
        while (rest > 0x7f) {
            target[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        target[next] = (byte) rest;
        return next + 1;
    }

    /** Reads what {@link #write} wrote. */
    static long read(byte[] source, int at) {
        long value = 0;
        int next = at;
        for (int shift = 0; ; shift += 7) {
            byte part = source[next++];
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }
}
