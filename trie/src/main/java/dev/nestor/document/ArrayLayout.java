package dev.nestor.document;

/**
 * Packed arrays: elements one after the other. With a table, it holds one entry per {@value #STRIDE}
 * elements (the first has none), so that an element is found by one jump and a few skips.
 */
final class ArrayLayout {
    static final int STRIDE = 8;

    private ArrayLayout() {}

    static int tableEntries(int count) {
        return count > Tag.MOST_INLINE_CHILDREN ? (count - 1) / STRIDE : 0;
    }

    static int elementsEnd(byte[] bytes, int at, int end) {
        return Container.tableStart(bytes, at, end, tableEntries(Container.count(bytes, at)));
    }

    /** The position of an element that is known to exist. */
    static int find(byte[] bytes, int at, int end, int index) {
        int elementsEnd = elementsEnd(bytes, at, end);
        int start = Container.childrenStart(bytes, at);
        int element = start;
        if (index >= STRIDE) {
            int width = Container.width(bytes[at]);
            element += Integers.read(bytes, elementsEnd + (index / STRIDE - 1) * width, width);
        }
        if (element < start || element >= elementsEnd) {
            throw new CorruptDocumentException("a table entry of a packed array points outside of the array");
        }
        for (int skips = index % STRIDE; skips > 0; skips--) {
            element = Tag.end(bytes, element, elementsEnd);
        }
        return element;
    }
}
