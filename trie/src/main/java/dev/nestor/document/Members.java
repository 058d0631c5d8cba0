package dev.nestor.document;

import java.util.Arrays;

/**
 * A cursor over an object's members in insertion order. It starts before the first; {@link #next} comes
 * before every other call. Not safe for use by several threads.
 */
public final class Members {
    private final byte[] bytes;
    private final int end;
    private int next;
    private int nameStart;
    private int value;

    Members(byte[] bytes, int at, int objectEnd) {
        this.bytes = bytes;
        try {
            this.next = Container.childrenStart(bytes, at);
            this.end = ObjectLayout.membersEnd(bytes, at, objectEnd);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /** Goes to the next member. False when there is none. */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        try {
            nameStart = Name.start(bytes, next);
            value = nameStart + Name.length(bytes, next);
            next = Tag.end(bytes, value, end);
            return true;
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    public String name() {
        return Wtf8.decode(bytes, nameStart, value);
    }

    public boolean nameEquals(byte[] utf8) {
        return Arrays.equals(bytes, nameStart, value, utf8, 0, utf8.length);
    }

    public Value value() {
        return new Value(bytes, value, next);
    }

    /** Where the bytes of the name start; they end where the value starts. */
    int nameStart() {
        return nameStart;
    }

    PackedWriter copyName(PackedWriter writer) {
        return writer.name(bytes, nameStart, value);
    }

    byte[] nameBytes() {
        return Arrays.copyOfRange(bytes, nameStart, value);
    }
}
