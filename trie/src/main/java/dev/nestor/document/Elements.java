package dev.nestor.document;

/**
 * A cursor over an array's elements. It starts before the first; {@link #next} comes before every other
 * call. Not safe for use by several threads.
 */
public final class Elements {
    private final byte[] bytes;
    private final int end;
    private int next;
    private int value;

    Elements(byte[] bytes, int at, int arrayEnd) {
        this.bytes = bytes;
        try {
            this.next = Container.childrenStart(bytes, at);
            this.end = ArrayLayout.elementsEnd(bytes, at, arrayEnd);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /** Goes to the next element. False when there is none. */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        try {
            value = next;
            next = Tag.end(bytes, value, end);
            return true;
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    public Value value() {
        return new Value(bytes, value, next);
    }
}
