package dev.nestor.server.store;

import dev.nestor.document.path.Path;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads what {@link BinaryOutput} wrote, and accepts nothing that it would not write. What it returns shares the
 * array. All methods throw {@link CorruptEntryException}.
 */
final class BinaryInput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] array;
    private final int start;
    private final int end;
    private int at;

    BinaryInput(byte[] array, int offset, int length) {
        this.array = array;
        this.start = offset;
        this.end = offset + length;
        this.at = offset;
    }

    /** How many bytes were read. */
    int position() {
        return at - start;
    }

    int remaining() {
        return end - at;
    }

    CorruptEntryException corrupt(String problem) {
        return new CorruptEntryException(
                String.format(Locale.ROOT, "%s at byte %d of %d", problem, position(), end - start));
    }

    private int take(int length) {
        if (length > end - at) {
            throw corrupt(String.format(Locale.ROOT, "%d bytes are missing", length - (end - at)));
        }
        int from = at;
        at += length;
        return from;
    }

    /** Reads one byte as a number from 0 to 255. */
    int code() {
        return array[take(1)] & 0xff;
    }

    boolean bool() {
        int code = code();
        if (code > 1) {
            throw corrupt(String.format(Locale.ROOT, "no boolean: %d", code));
        }
        return code == 1;
    }

    long count() {
        int from = at;
        for (int length = 1; length <= Varint.MOST_BYTES; length++) {
            if (array[take(1)] >= 0) {
                long value = Varint.read(array, from);
                if (Varint.size(value) != length) {
                    break;
                }
                return value;
            }
        }
        throw corrupt("a number is not in its shortest form");
    }

    /** Reads a number that an {@code int} holds. */
    int smallCount() {
        long value = count();
        if (value > Integer.MAX_VALUE) {
            throw corrupt(String.format(Locale.ROOT, "a number is too large: %d", value));
        }
        return (int) value;
    }

    /** Reads how many of something follow, each of which takes at least one byte. */
    private int length() {
        long length = count();
        if (length > remaining()) {
            throw corrupt(String.format(Locale.ROOT, "%d follow, but only %d bytes do", length, remaining()));
        }
        return (int) length;
    }

    /** Reads any number from 8 bytes. */
    long number() {
        return (long) LONGS.get(array, take(Long.BYTES));
    }

    /** Reads a number from 4 bytes. */
    int fixedInt() {
        return (int) INTS.get(array, take(Integer.BYTES));
    }

    Bytes bytes() {
        int length = length();
        return Bytes.wrap(array, take(length), length);
    }

    Json json() {
        return new Json(bytes());
    }

    long version() {
        return count() + Operation.ANY_VERSION;
    }

    Path path() {
        int notation = code();
        Bytes utf8 = bytes();
        return switch (notation) {
            case BinaryOutput.WIRE_PATH -> Path.parse(text(utf8));
            case BinaryOutput.DOTTED_PATH -> Path.dotted(text(utf8));
            default -> throw corrupt(String.format(Locale.ROOT, "no notation of paths: %d", notation));
        };
    }

    private String text(Bytes utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8.array(), utf8.offset(), utf8.length()))
                    .toString();
        } catch (CharacterCodingException e) {
            CorruptEntryException corrupt = corrupt("a path is not UTF-8");
            corrupt.initCause(e);
            throw corrupt;
        }
    }

    <T> List<T> list(Function<BinaryInput, T> reader) {
        int length = length();
        List<T> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(reader.apply(this));
        }
        return elements;
    }
}
