package dev.nestor.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Compares short runs of bytes, such as most names are, in one or two steps. */
final class Bytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Bytes() {}

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
