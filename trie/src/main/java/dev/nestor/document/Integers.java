package dev.nestor.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Unsigned little-endian integers of 1 to 8 bytes, and the 7-bit groups that name lengths are made of. */
final class Integers {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);

    private Integers() {}

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads 1, 2 or 4 bytes. Four bytes with the top bit set come back negative. */
    static int read(byte[] bytes, int at, int width) {
        return switch (width) {
            case 1 -> bytes[at] & 0xFF;
            case 2 -> (short) SHORT.get(bytes, at) & 0xFFFF;
            default -> (int) INT.get(bytes, at);
        };
    }

    /** Writes the low 1, 2 or 4 bytes of a value. */
    static void write(byte[] bytes, int at, int width, int value) {
        switch (width) {
            case 1 -> bytes[at] = (byte) value;
            case 2 -> SHORT.set(bytes, at, (short) value);
            default -> INT.set(bytes, at, value);
        }
    }

    /** The least of 1, 2 and 4 that holds a value. */
    static int width(int value) {
        return value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : 4;
    }

    /** 0, 1, 2 for the widths 1, 2, 4. */
    static int widthCode(int width) {
        return width >> 1;
    }

    static long readLong(byte[] bytes, int at, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | (bytes[at + i] & 0xFF);
        }
        return value;
    }

    static void writeLong(byte[] bytes, int at, int width, long value) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    /** The least number of bytes, 1 to 8, that holds an unsigned value. */
    static int longWidth(long value) {
        return Math.max(1, (Long.SIZE + 7 - Long.numberOfLeadingZeros(value)) / 8);
    }
}
