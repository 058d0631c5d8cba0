package dev.nestor.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a byte array, which it does not copy: whoever wraps an array does not write to it any more. Equal when
 * the bytes are; ordered as keys are, byte by unsigned byte. Immutable.
 */
public final class Bytes implements Comparable<Bytes> {
    public static final Bytes EMPTY = wrap(new byte[0]);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    public static Bytes wrap(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /**
     * The bytes {@code array[offset, offset + length)}.
     *
     * @throws IndexOutOfBoundsException if the slice is not within the array
     */
    public static Bytes wrap(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return length;
    }

    /** The array that holds the bytes, at {@link #offset}; not to be written. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    /** A copy. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(
                array, offset, offset + length, other.array, other.offset, other.offset + other.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes
                && Arrays.equals(
                        array, offset, offset + length, bytes.array, bytes.offset, bytes.offset + bytes.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** The bytes as text in UTF-8, what is none replaced. */
    @Override
    public String toString() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }
}
