package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.protocol.Slot;
import java.util.Arrays;

/** A key: any bytes, ordered as unsigned numbers, byte by byte. Not copied, so nobody may change them. */
@SuppressWarnings("ArrayRecordComponent") // equal by content, see below
public record Key(byte[] bytes) implements Comparable<Key> {
    /** Before every other key; as the end of a range: no end. */
    public static final Key EMPTY = new Key(new byte[0]);

    /** The text in UTF-8. */
    public static Key of(String text) {
        return new Key(text.getBytes(UTF_8));
    }

    /** The bytes as UTF-8. */
    public String text() {
        return new String(bytes, UTF_8);
    }

    /** Its hash slot, by which it belongs to a partition. */
    public int slot() {
        return Slot.of(bytes);
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The first key behind this one. */
    public Key next() {
        return new Key(Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** The first key behind all that start with this one; empty, for no end, when there is none. */
    public Key behindPrefix() {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == (byte) 0xFF) {
            length--;
        }
        byte[] end = Arrays.copyOf(bytes, length);
        if (length > 0) {
            end[length - 1]++;
        }
        return new Key(end);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
