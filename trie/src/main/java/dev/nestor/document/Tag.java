package dev.nestor.document;

import dev.nestor.document.Value.Kind;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The first byte of every packed value. It tells the kind of the value and how to find its end:
 *
 * <pre>
 * 00–3F  string of 0–63 bytes, which follow
 * 40–5F  integer 0–31
 * 60–67  integer n ≥ 32 in 1–8 bytes
 * 68–6F  integer −1 − n, n in 1–8 bytes
 * 70–77  decimal: sign and scale in one byte, then the digits as an integer in 1–8 bytes
 * 78     number as text: its length in one byte, then the text
 * 79–7B  string: its length in 1, 2 or 4 bytes, then its bytes
 * 7C–7E  null, false, true
 * 80–AF  array   10wwcccc  } ww: the content's length takes 1, 2 or 4 bytes; cccc: 0–8 children,
 * C0–EF  object  11wwcccc  } or 15 when their number follows the length and a table ends the content
 * </pre>
 *
 * All integers are little-endian, unsigned and of the least width that holds them.
 */
final class Tag {
    static final int SHORT_STRING = 0x00;
    static final int LONGEST_SHORT_STRING = 63;
    static final int SMALL_INTEGER = 0x40;
    static final int GREATEST_SMALL_INTEGER = 31;
    static final int POSITIVE_INTEGER = 0x60;
    static final int NEGATIVE_INTEGER = 0x68;
    static final int DECIMAL = 0x70;
    static final int NUMBER_TEXT = 0x78;
    static final int STRING = 0x79;
    static final int NULL = 0x7C;
    static final int FALSE = 0x7D;
    static final int TRUE = 0x7E;
    static final int ARRAY = 0x80;
    static final int OBJECT = 0xC0;

    /** Containers of more children than this have a table. */
    static final int MOST_INLINE_CHILDREN = 8;

    /** The child count in the tag of a container that has a table. */
    static final int TABLE = 15;

    private static final int UNDEFINED = 0;

    /** By tag: the size of the whole value, or minus the width of the length that follows the tag. */
    private static final byte[] SHAPES = new byte[256];

    private static final @Nullable Kind[] KINDS = new @Nullable Kind[256];

    static {
        for (int length = 0; length <= LONGEST_SHORT_STRING; length++) {
            define(SHORT_STRING + length, Kind.STRING, 1 + length);
        }
        for (int n = 0; n <= GREATEST_SMALL_INTEGER; n++) {
            define(SMALL_INTEGER + n, Kind.NUMBER, 1);
        }
        for (int width = 1; width <= Long.BYTES; width++) {
            define(POSITIVE_INTEGER + width - 1, Kind.NUMBER, 1 + width);
            define(NEGATIVE_INTEGER + width - 1, Kind.NUMBER, 1 + width);
            define(DECIMAL + width - 1, Kind.NUMBER, 2 + width);
        }
        define(NUMBER_TEXT, Kind.NUMBER, -1);
        define(NULL, Kind.NULL, 1);
        define(FALSE, Kind.BOOLEAN, 1);
        define(TRUE, Kind.BOOLEAN, 1);
        for (int code = 0; code < 3; code++) {
            define(STRING + code, Kind.STRING, -(1 << code));
            defineContainer(ARRAY, Kind.ARRAY, code);
            defineContainer(OBJECT, Kind.OBJECT, code);
        }
        define(ARRAY, Kind.ARRAY, 1);
        define(OBJECT, Kind.OBJECT, 1);
    }

    private Tag() {}

    private static void define(int tag, Kind kind, int shape) {
        KINDS[tag] = kind;
        SHAPES[tag] = (byte) shape;
    }

    private static void defineContainer(int base, Kind kind, int code) {
        for (int count = 1; count <= MOST_INLINE_CHILDREN; count++) {
            define(base | code << 4 | count, kind, -(1 << code));
        }
        define(base | code << 4 | TABLE, kind, -(1 << code));
    }

    static Kind kind(int tag) {
        Kind kind = KINDS[tag & 0xFF];
        if (kind == null) {
            throw undefined(tag);
        }
        return kind;
    }

    /** Whether a value is an object, given that its tag is defined. */
    static boolean isObject(int tag) {
        return (tag & OBJECT) == OBJECT;
    }

    /**
     * The position after the value at {@code at}, always greater than {@code at}. What most members are
     * is computed, which is quicker than to wait for the table.
     */
    static int end(byte[] bytes, int at) {
        int tag = bytes[at];
        if ((tag & ~LONGEST_SHORT_STRING) == SHORT_STRING) {
            return at + 1 + tag;
        }
        if ((tag & 0xF0) == POSITIVE_INTEGER) {
            return at + 2 + (tag & 7);
        }
        int shape = SHAPES[tag & 0xFF];
        return shape > 0 ? at + shape : endByLength(bytes, at, -shape);
    }

    private static int endByLength(byte[] bytes, int at, int width) {
        if (width == UNDEFINED) {
            throw undefined(bytes[at]);
        }
        int length = Integers.read(bytes, at + 1, width);
        int end = at + 1 + width + length;
        if ((length | end) < 0) {
            throw new CorruptDocumentException("a packed value is longer than any array");
        }
        return end;
    }

    /** {@link #end}, where a value that reaches past {@code limit} is corrupt. */
    static int end(byte[] bytes, int at, int limit) {
        int end = end(bytes, at);
        if (end > limit) {
            throw new CorruptDocumentException("a packed value reaches past the end of its container");
        }
        return end;
    }

    private static CorruptDocumentException undefined(int tag) {
        return new CorruptDocumentException("no packed value starts with the byte 0x"
                + HexFormat.of().withUpperCase().toHexDigits((byte) tag));
    }
}
