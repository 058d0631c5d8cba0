package dev.nestor.document;

import java.util.List;
import java.util.Objects;

/**
 * New arrays from old ones. Indexes count from 0 and must exist: nothing is counted from the end or clipped.
 * Whoever puts the result into a document holds its {@link Limits}, by {@link Document#rewrite} or
 * {@link Limits#check}.
 */
public final class ArrayEdit {
    private ArrayEdit() {}

    /**
     * Inserts values before the element with this index.
     *
     * @param index 0 to the array's size
     * @throws LimitExceededException if a value would lie deeper than 256 containers
     */
    public static Value insert(Value array, int index, List<Value> values) {
        Objects.checkIndex(index, array.size() + 1);
        PackedWriter writer = new PackedWriter(array.packedSize() + 64).startArray();
        Elements elements = array.elements();
        copy(elements, index, writer);
        values.forEach(writer::value);
        copy(elements, Integer.MAX_VALUE, writer);
        return writer.endArray().toDocument().root();
    }

    /**
     * Adds values at the end.
     *
     * @throws LimitExceededException if a value would lie deeper than 256 containers
     */
    public static Value append(Value array, List<Value> values) {
        return insert(array, array.size(), values);
    }

    public static Value remove(Value array, int index) {
        Objects.checkIndex(index, array.size());
        PackedWriter writer = new PackedWriter(array.packedSize()).startArray();
        Elements elements = array.elements();
        copy(elements, index, writer);
        elements.next();
        copy(elements, Integer.MAX_VALUE, writer);
        return writer.endArray().toDocument().root();
    }

    /** The array of the elements from one index up to another, that one not included. */
    public static Value slice(Value array, int from, int to) {
        Objects.checkFromToIndex(from, to, array.size());
        PackedWriter writer = new PackedWriter(array.packedSize()).startArray();
        Elements elements = array.elements();
        for (int skipped = 0; skipped < from; skipped++) {
            elements.next();
        }
        copy(elements, to - from, writer);
        return writer.endArray().toDocument().root();
    }

    private static void copy(Elements elements, int most, PackedWriter writer) {
        for (int copied = 0; copied < most && elements.next(); copied++) {
            writer.copy(elements.value());
        }
    }
}
