package dev.nestor.document;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One value of a packed document, read in place. Immutable and cheap to make.
 *
 * <p>Two values are equal when they are the same JSON value: objects regardless of the order of their
 * members, numbers by what they stand for ({@code 1}, {@code 1.0} and {@code 10e-1} are equal).
 *
 * <p>Every method throws {@link CorruptDocumentException} when the bytes turn out not to be a packed
 * value, and {@link IllegalStateException} when the value is of another kind than the method is for.
 */
public final class Value {
    /** The six kinds of JSON value. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    private final byte[] bytes;
    private final int position;

    /** The value must end here or before. */
    private final int limit;

    Value(byte[] bytes, int position, int limit) {
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
    }

    public static Value of(String string) {
        return new PackedWriter().string(string).toDocument().root();
    }

    public static Value of(long integer) {
        return new PackedWriter().integer(integer).toDocument().root();
    }

    public static Value of(boolean bool) {
        return new PackedWriter().bool(bool).toDocument().root();
    }

    public static Value nullValue() {
        return new PackedWriter().nullValue().toDocument().root();
    }

    /**
     * A value from its JSON text.
     *
     * @throws JsonSyntaxException if the text is not one JSON value
     * @throws LimitExceededException if it exceeds the {@linkplain Limits#DEFAULT default limits}
     */
    public static Value parse(String json) {
        return Document.parse(Wtf8.encode(json)).root();
    }

    public Kind kind() {
        try {
            return Tag.kind(bytes[position]);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /**
     * Where the value starts in the bytes that its document was made over. Of two values of one
     * document, the one with the smaller position comes first in the text, or contains the other.
     */
    public int position() {
        return position;
    }

    /** The position after the value. */
    public int end() {
        try {
            return Tag.end(bytes, position, limit);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /** The bytes that the value takes, all that it contains included. */
    public int packedSize() {
        return end() - position;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The number of an object's members or an array's elements. */
    public int size() {
        try {
            Kind kind = kind();
            if (kind != Kind.OBJECT && kind != Kind.ARRAY) {
                throw new IllegalStateException("not of kind OBJECT or ARRAY but " + kind);
            }
            return Container.count(bytes, position);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /**
     * The value of a member, or null when there is none of this name or this is no object.
     *
     * @param name in UTF-8
     */
    public @Nullable Value member(byte[] name) {
        try {
            if (!Tag.isObject(bytes[position])) {
                return null;
            }
            int end = Tag.end(bytes, position, limit);
            int value = ObjectLayout.find(bytes, position, end, name);
            return value < 0 ? null : new Value(bytes, value, end);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /** The value of a member, or null when there is none of this name or this is no object. */
    public @Nullable Value member(String name) {
        return member(Wtf8.encode(name));
    }

    /** The element with this index from 0, or null when there is none or this is no array. */
    public @Nullable Value element(int index) {
        try {
            if (Tag.kind(bytes[position]) != Kind.ARRAY || index < 0 || index >= Container.count(bytes, position)) {
                return null;
            }
            int end = Tag.end(bytes, position, limit);
            return new Value(bytes, ArrayLayout.find(bytes, position, end, index), end);
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    /** A cursor before the first member of this object. */
    public Members members() {
        require(Kind.OBJECT);
        return new Members(bytes, position, end());
    }

    /** A cursor before the first element of this array. */
    public Elements elements() {
        require(Kind.ARRAY);
        return new Elements(bytes, position, end());
    }

    public String string() {
        require(Kind.STRING);
        int end = end();
        return Wtf8.decode(bytes, PackedString.start(bytes, position), end);
    }

    public boolean bool() {
        require(Kind.BOOLEAN);
        return bytes[position] == Tag.TRUE;
    }

    /** A number as it was written. */
    public String numberText() {
        require(Kind.NUMBER);
        end();
        GrowingBytes text = new GrowingBytes(24);
        PackedNumber.appendText(text, bytes, position);
        return new String(text.array, 0, text.size, StandardCharsets.US_ASCII);
    }

    /** Whether this is an integer that a {@code long} holds. */
    boolean isLong() {
        return PackedNumber.isInteger(bytes[position]);
    }

    /** Compares two numbers by what they stand for, exactly. */
    public int compareNumber(Value other) {
        require(Kind.NUMBER);
        other.require(Kind.NUMBER);
        end();
        other.end();
        return NumberOrder.compare(this, other);
    }

    private void require(Kind wanted) {
        if (kind() != wanted) {
            throw wrongKind(wanted);
        }
    }

    private IllegalStateException wrongKind(Kind wanted) {
        return new IllegalStateException("not of kind " + wanted + " but " + kind());
    }

    /** A document of this value alone, in bytes of its own. */
    public Document toDocument() {
        return new PackedWriter(packedSize()).copy(this).toDocument();
    }

    /** The value's JSON text in UTF-8. */
    public byte[] toJson(Layout layout) {
        return JsonText.of(this, layout);
    }

    /** The value's JSON text in one line without blanks. */
    @Override
    public String toString() {
        return new String(toJson(Layout.COMPACT), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Value value && ValueEquality.equal(this, value);
    }

    @Override
    public int hashCode() {
        return ValueEquality.hash(this);
    }
}
