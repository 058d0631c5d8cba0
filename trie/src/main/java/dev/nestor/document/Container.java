package dev.nestor.document;

/**
 * The frame that packed objects and arrays share.
 *
 * <pre>
 * tag, length of all that follows, children                                  up to 8 children
 * tag, length of all that follows, number of children, children, table       more
 * </pre>
 *
 * The length, the number and each entry of the table have one width (1, 2 or 4 bytes), which the tag
 * tells. An entry is a child's distance from the first child. An empty container is its tag alone.
 */
final class Container {
    private Container() {}

    /** Chosen, not computed: the processor guesses the width and reads on before it knows the tag. */
    static int width(int tag) {
        return switch (tag >> 4 & 3) {
            case 0 -> 1;
            case 1 -> 2;
            default -> 4;
        };
    }

    static boolean hasTable(int tag) {
        return (tag & 15) == Tag.TABLE;
    }

    static int count(byte[] bytes, int at) {
        int tag = bytes[at];
        if (!hasTable(tag)) {
            return tag & 15;
        }
        int width = width(tag);
        int count = Integers.read(bytes, at + 1 + width, width);
        if (count < 0) {
            throw new CorruptDocumentException("a packed container has more children than any array");
        }
        return count;
    }

    static int childrenStart(byte[] bytes, int at) {
        int tag = bytes[at];
        return switch (tag & 15) {
            case 0 -> at + 1;
            case Tag.TABLE -> at + 1 + 2 * width(tag);
            default -> at + 1 + width(tag);
        };
    }

    /** Where the children end and the table begins, given that the table has {@code entries} entries. */
    static int tableStart(byte[] bytes, int at, int end, int entries) {
        long start = end - (long) entries * width(bytes[at]);
        if (start < childrenStart(bytes, at)) {
            throw new CorruptDocumentException("the table of a packed container is longer than the container");
        }
        return (int) start;
    }

    /** The width in which the length of the children, their number and the table can be stored. */
    static int widthWithTable(int childrenSize, int entries) {
        for (int width = 1; width < 4; width *= 2) {
            long length = childrenSize + (long) width * (entries + 1);
            if (length < 1L << (8 * width)) {
                return width;
            }
        }
        return 4;
    }
}
