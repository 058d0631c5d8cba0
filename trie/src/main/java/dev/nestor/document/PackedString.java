package dev.nestor.document;

/** Packed strings: their length, in the tag or after it, and their bytes in {@link Wtf8}. */
final class PackedString {
    private PackedString() {}

    static int start(byte[] bytes, int at) {
        int tag = bytes[at];
        return tag <= Tag.LONGEST_SHORT_STRING ? at + 1 : at + 1 + (1 << (tag - Tag.STRING));
    }

    /** The bytes before a string of this length. */
    static int headerSize(int length) {
        return length <= Tag.LONGEST_SHORT_STRING ? 1 : 1 + Integers.width(length);
    }

    /** Writes the tag and the length, after which the bytes must follow. */
    static void writeLength(GrowingBytes out, int length) {
        if (length <= Tag.LONGEST_SHORT_STRING) {
            out.append(Tag.SHORT_STRING + length);
        } else {
            int width = Integers.width(length);
            out.append(Tag.STRING + Integers.widthCode(width));
            out.reserve(width);
            Integers.write(out.array, out.size, width, length);
            out.size += width;
        }
    }
}
