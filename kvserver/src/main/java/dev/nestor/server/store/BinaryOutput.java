package dev.nestor.server.store;

import dev.nestor.document.path.Notation;
import dev.nestor.document.path.Path;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;

/** Bytes that grow as fields are written to them. {@link BinaryInput} reads those of operations back. */
final class BinaryOutput {
    static final int WIRE_PATH = 0;
    static final int DOTTED_PATH = 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] array = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    /** Forgets what was written after the first {@code newSize} bytes. */
    void truncate(int newSize) {
        size = newSize;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, size);
    }

    /** The CRC-32C of all that was written. */
    int sum() {
        CRC32C sum = new CRC32C();
        sum.update(array, 0, size);
        return (int) sum.getValue();
    }

    /** Writes one byte. */
    void code(int value) {
        reserve(1);
        array[size++] = (byte) value;
    }

    void bool(boolean value) {
        code(value ? 1 : 0);
    }

    /** Writes a number from 0 up, the smaller the shorter. */
    void count(long value) {
        reserve(Varint.MOST_BYTES);
        size = Varint.write(array, size, value);
    }

    /** Writes any number in 8 bytes. */
    void number(long value) {
        reserve(Long.BYTES);
        LONGS.set(array, size, value);
        size += Long.BYTES;
    }

    /** Writes any number in 4 bytes. */
    void fixedInt(int value) {
        reserve(Integer.BYTES);
        INTS.set(array, size, value);
        size += Integer.BYTES;
    }

    /** Writes a number over 8 bytes that are there. */
    void numberAt(int at, long value) {
        LONGS.set(array, at, value);
    }

    /** Writes a number over 4 bytes that are there. */
    void fixedIntAt(int at, int value) {
        INTS.set(array, at, value);
    }

    void bytes(Bytes bytes) {
        count(bytes.length());
        reserve(bytes.length());
        bytes.copyTo(array, size);
        size += bytes.length();
    }

    void json(Json json) {
        bytes(json.packed());
    }

    void version(long expectedVersion) {
        count(expectedVersion - Operation.ANY_VERSION);
    }

    /** Writes a path as the text and the notation that it was read from. */
    void path(Path path) {
        code(path.notation() == Notation.DOTTED ? DOTTED_PATH : WIRE_PATH);
        bytes(Bytes.utf8(path.toString()));
    }

    <T> void list(List<T> elements, BiConsumer<BinaryOutput, T> writer) {
        count(elements.size());
        elements.forEach(element -> writer.accept(this, element));
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > array.length) {
            array = Arrays.copyOf(array, (int) Math.max(needed, Math.min(2L * array.length, Integer.MAX_VALUE - 8)));
        }
    }
}
