package dev.nestor.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Compares short runs of bytes, such as most names are, in one or two steps. */
final class Bytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final VarHandle BIG_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    /**
     * The first eight bytes of a run as one unsigned number; what a shorter run lacks is 0. Runs whose
     * prefixes differ are in the order of their prefixes.
     */
    static long prefix(byte[] bytes, int at, int length) {
        if (length >= Long.BYTES) {
            return (long) BIG_ENDIAN_LONG.get(bytes, at);
        }
        if (bytes.length - at >= Long.BYTES) {
            int surplus = Byte.SIZE * (Long.BYTES - length);
            return length == 0 ? 0 : (long) BIG_ENDIAN_LONG.get(bytes, at) >>> surplus << surplus;
        }
        long prefix = 0;
        for (int i = 0; i < length; i++) {
            prefix |= (bytes[at + i] & 0xFFL) << (Long.SIZE - Byte.SIZE * (i + 1));
        }
        return prefix;
    }

    /** Compares two runs as unsigned bytes, given the prefix of the right one. */
    static int compare(byte[] left, int leftFrom, int leftTo, byte[] right, int rightFrom, int rightTo, long prefix) {
        long leftPrefix = prefix(left, leftFrom, leftTo - leftFrom);
        return leftPrefix != prefix
                ? Long.compareUnsigned(leftPrefix, prefix)
                : Arrays.compareUnsigned(left, leftFrom, leftTo, right, rightFrom, rightTo);
    }

    /** Whether {@code length} bytes from {@code at} on are the first of another array. */
    static boolean equal(byte[] bytes, int at, byte[] other, int length) {
        if (length > 2 * Long.BYTES) {
            return Arrays.equals(bytes, at, at + length, other, 0, length);
        }
        if (length >= Long.BYTES) {
            int last = length - Long.BYTES; // the two words overlap
            return sameLong(bytes, at, other, 0) && sameLong(bytes, at + last, other, last);
        }
        if (length >= Integer.BYTES) {
            int last = length - Integer.BYTES;
            return sameInt(bytes, at, other, 0) && sameInt(bytes, at + last, other, last);
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLong(byte[] left, int leftAt, byte[] right, int rightAt) {
        return (long) LONG.get(left, leftAt) == (long) LONG.get(right, rightAt);
    }

    private static boolean sameInt(byte[] left, int leftAt, byte[] right, int rightAt) {
        return (int) INT.get(left, leftAt) == (int) INT.get(right, rightAt);
    }
}
