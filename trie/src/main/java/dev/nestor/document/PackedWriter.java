package dev.nestor.document;

import java.util.Arrays;

/**
 * Writes one value in packed form, in one pass from left to right. The caller keeps the order: in an
 * object a name before each value, every container ended, exactly one value at the top. Only the caps of
 * the packed form are held here; {@link Limits#check} holds the limits of a document. Not safe for use by
 * several threads.
 */
public final class PackedWriter {
    private static final int INITIAL_CAPACITY = 256;
    private static final int INITIAL_DEPTH = 8;

    /** The tag and a length of one byte. A container that turns out to need more is shifted when it ends. */
    private static final int SHORTEST_HEADER = 2;

    private final GrowingBytes out;

    /** Where the open containers start, outermost first. */
    private int[] starts = new int[INITIAL_DEPTH];

    /** For each open container, where its children begin in {@link #children}. */
    private int[] firstChildren = new int[INITIAL_DEPTH];

    private boolean[] objects = new boolean[INITIAL_DEPTH];
    private int depth;

    /** The children of the open containers, each as its distance from the first child. */
    private int[] children = new int[4 * INITIAL_DEPTH];

    private int childCount;
    private final MemberTable memberTable = new MemberTable();

    public PackedWriter() {
        this(INITIAL_CAPACITY);
    }

    /**
     * @param capacity the expected size in bytes
     */
    PackedWriter(int capacity) {
        out = new GrowingBytes(capacity);
    }

    /** The finished value, as a document of its own. */
    public Document toDocument() {
        assert depth == 0 && out.size > 0 : "the value is not finished";
        return Document.ofPacked(out.copy(), 0, out.size);
    }

    /**
     * Starts an object.
     *
     * @throws LimitExceededException if it lies deeper than 256 containers
     */
    public PackedWriter startObject() {
        start(true);
        return this;
    }

    /**
     * Starts an array.
     *
     * @throws LimitExceededException if it lies deeper than 256 containers
     */
    public PackedWriter startArray() {
        start(false);
        return this;
    }

    private void start(boolean object) {
        Limits.checkPackedDepth(depth + 1);
        beforeValue();
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, 2 * depth);
            firstChildren = Arrays.copyOf(firstChildren, 2 * depth);
            objects = Arrays.copyOf(objects, 2 * depth);
        }
        starts[depth] = out.size;
        firstChildren[depth] = childCount;
        objects[depth] = object;
        depth++;
        out.reserve(SHORTEST_HEADER);
        out.size += SHORTEST_HEADER;
    }

    private void beforeValue() {
        if (depth > 0 && !objects[depth - 1]) {
            addChild();
        }
    }

    private void addChild() {
        if (childCount == children.length) {
            children = Arrays.copyOf(children, 2 * childCount);
        }
        children[childCount++] = out.size - starts[depth - 1] - SHORTEST_HEADER;
    }

    /**
     * Writes the name of the next member.
     *
     * @throws LimitExceededException if it is longer than 2 MB
     */
    public PackedWriter name(String name) {
        byte[] bytes = Wtf8.encode(name);
        return name(bytes, 0, bytes.length);
    }

    /** Writes a name from its bytes in {@link Wtf8}. */
    PackedWriter name(byte[] bytes, int from, int to) {
        Limits.checkPackedName(to - from);
        addChild();
        Name.writeLength(out, to - from);
        out.append(bytes, from, to);
        return this;
    }

    public PackedWriter string(String string) {
        byte[] bytes = Wtf8.encode(string);
        return string(bytes, 0, bytes.length);
    }

    /** Writes a string from its bytes in {@link Wtf8}. */
    PackedWriter string(byte[] bytes, int from, int to) {
        beforeValue();
        PackedString.writeLength(out, to - from);
        out.append(bytes, from, to);
        return this;
    }

    public PackedWriter integer(long value) {
        beforeValue();
        PackedNumber.writeLong(out, value);
        return this;
    }

    /** Writes a number from its text, which must be a number by the JSON grammar. */
    PackedWriter number(byte[] text, int from, int to) {
        beforeValue();
        PackedNumber.write(out, text, from, to);
        return this;
    }

    public PackedWriter bool(boolean value) {
        beforeValue();
        out.append(value ? Tag.TRUE : Tag.FALSE);
        return this;
    }

    public PackedWriter nullValue() {
        beforeValue();
        out.append(Tag.NULL);
        return this;
    }

    /**
     * Copies a value of another document byte for byte.
     *
     * @throws LimitExceededException if something in it would lie deeper than 256 containers
     */
    public PackedWriter value(Value value) {
        Limits.checkPackedDepth(depth + Nesting.depth(value));
        return copy(value);
    }

    /** Copies a value that is known to fit at this depth, as it stood no higher in another document. */
    PackedWriter copy(Value value) {
        beforeValue();
        out.append(value.bytes(), value.position(), value.end());
        return this;
    }

    /**
     * Ends the innermost object.
     *
     * @throws DuplicateNameException if two of its members have the same name
     */
    public PackedWriter endObject() {
        return end();
    }

    public PackedWriter endArray() {
        return end();
    }

    private PackedWriter end() {
        depth--;
        int start = starts[depth];
        int first = firstChildren[depth];
        int count = childCount - first;
        if (objects[depth]) {
            memberTable.sort(out.array, start + SHORTEST_HEADER, children, first, count);
        }
        int kind = objects[depth] ? Tag.OBJECT : Tag.ARRAY;
        if (count == 0) {
            out.array[start] = (byte) kind;
            out.size = start + 1;
        } else if (count <= Tag.MOST_INLINE_CHILDREN) {
            endSmall(start, kind, count);
        } else {
            endLarge(start, kind, first, count);
        }
        childCount = first;
        return this;
    }

    private void endSmall(int start, int kind, int count) {
        int length = out.size - start - SHORTEST_HEADER;
        int width = Integers.width(length);
        out.shift(start + SHORTEST_HEADER, start + 1 + width);
        out.array[start] = (byte) (kind | Integers.widthCode(width) << 4 | count);
        Integers.write(out.array, start + 1, width, length);
    }

    private void endLarge(int start, int kind, int first, int count) {
        boolean object = kind == Tag.OBJECT;
        int stride = object ? 1 : ArrayLayout.STRIDE;
        int entries = object ? count : ArrayLayout.tableEntries(count);
        int childrenSize = out.size - start - SHORTEST_HEADER;
        int width = Container.widthWithTable(childrenSize, entries);
        int length = childrenSize + width * (entries + 1);
        out.shift(start + SHORTEST_HEADER, start + 1 + 2 * width);
        out.array[start] = (byte) (kind | Integers.widthCode(width) << 4 | Tag.TABLE);
        Integers.write(out.array, start + 1, width, length);
        Integers.write(out.array, start + 1 + width, width, count);
        out.reserve(width * entries);
        for (int child = object ? 0 : stride; child < count; child += stride) {
            Integers.write(out.array, out.size, width, children[first + child]);
            out.size += width;
        }
    }
}
