package dev.nestor.document;

import java.util.Arrays;

/** A byte array that grows at its end. Writers reserve room first and then fill {@link #array} directly. */
final class GrowingBytes {
    byte[] array;
    int size;

    GrowingBytes(int capacity) {
        array = new byte[capacity];
    }

    /** Makes room for {@code count} more bytes. */
    void reserve(int count) {
        if (array.length - size < count) {
            grow(count);
        }
    }

    private void grow(int count) {
        long needed = (long) size + count;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError("a document of " + needed + " bytes does not fit an array");
        }
        array = Arrays.copyOf(array, (int) Math.min(Math.max(needed, 2L * array.length), Integer.MAX_VALUE - 8));
    }

    void append(int oneByte) {
        reserve(1);
        array[size++] = (byte) oneByte;
    }

    void append(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, array, size, to - from);
        size += to - from;
    }

    /** Moves the bytes from {@code from} on to {@code to}. What lies between is undefined. */
    void shift(int from, int to) {
        if (from == to) {
            return;
        }
        if (to > from) {
            reserve(to - from);
        }
        System.arraycopy(array, from, array, to, size - from);
        size += to - from;
    }

    byte[] copy() {
        return Arrays.copyOf(array, size);
    }
}
