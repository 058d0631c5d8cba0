package dev.nestor.document;

/** A packed member name: its length in one to three groups of seven bits, low group first, then its bytes. */
final class Name {
    private Name() {}

    static int length(byte[] bytes, int at) {
        int first = bytes[at];
        return first >= 0 ? first : longLength(bytes, at);
    }

    private static int longLength(byte[] bytes, int at) {
        int length = (bytes[at] & 0x7F) | (bytes[at + 1] & 0x7F) << 7;
        if (bytes[at + 1] >= 0) {
            return length;
        }
        if (bytes[at + 2] < 0) {
            throw new CorruptDocumentException("a packed name is longer than any name may be");
        }
        return length | bytes[at + 2] << 14;
    }

    /** Where the bytes of the name at {@code at} start. */
    static int start(byte[] bytes, int at) {
        return at + (bytes[at] >= 0 ? 1 : bytes[at + 1] >= 0 ? 2 : 3);
    }

    /** The position after the name at {@code at}: that of the member's value. */
    static int end(byte[] bytes, int at) {
        return start(bytes, at) + length(bytes, at);
    }

    /** The order of two names in a table: that of their bytes, unsigned. */
    static int compare(byte[] bytes, int left, int right) {
        int start = start(bytes, right);
        int end = end(bytes, right);
        long prefix = Bytes.prefix(bytes, start, end - start);
        return Bytes.compare(bytes, start(bytes, left), end(bytes, left), bytes, start, end, prefix);
    }

    /** The bytes that a length takes. */
    static int lengthWidth(int length) {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : 3;
    }

    static void writeLength(GrowingBytes out, int length) {
        int rest = length;
        while (rest >= 1 << 7) {
            out.append(rest | 0x80);
            rest >>= 7;
        }
        out.append(rest);
    }
}
