package dev.nestor.server.store;

import dev.nestor.document.DocumentException;
import dev.nestor.document.path.PathLimitException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the log holds at one place: operations, applied in their order, and the time at which the leader proposed
 * them. Made by {@link EntryEncoder}.
 *
 * <pre>
 *   [format version: 1 byte] [stamped millis: 8 bytes] [number of operations: 4 bytes] [code, fields] ...
 * </pre>
 *
 * @param stampedMillis the leader's clock, in milliseconds since 1970
 */
public record LogEntry(long stampedMillis, List<Operation> operations) {
    static final int FORMAT_VERSION = 1;
    static final int STAMP_AT = 1;
    static final int COUNT_AT = STAMP_AT + Long.BYTES;
    static final int HEADER_BYTES = COUNT_AT + Integer.BYTES;

    static final FormTable<Operation> OPERATIONS = new FormTable<>(
            "operation",
            Stream.of(StringForms.ALL, KeyForms.ALL, JsonForms.ALL)
                    .<Form<? extends Operation>>flatMap(List::stream)
                    .toList());

    public LogEntry {
        operations = List.copyOf(operations);
    }

    /**
     * Reads an entry, which shares the buffer's array if it has one: the buffer must not change any more.
     *
     * @throws CorruptEntryException if the bytes are not exactly what {@link EntryEncoder} makes
     */
    public static LogEntry decode(ByteBuffer entry) {
        BinaryInput input = input(entry);
        try {
            return read(input);
        } catch (IllegalArgumentException | DocumentException | PathLimitException e) {
            throw new CorruptEntryException(
                    String.format(
                            Locale.ROOT,
                            "an operation before byte %d makes no sense: %s",
                            input.position(),
                            e.getMessage()),
                    e);
        }
    }

    private static BinaryInput input(ByteBuffer entry) {
        if (entry.hasArray()) {
            return new BinaryInput(entry.array(), entry.arrayOffset() + entry.position(), entry.remaining());
        }
        byte[] copy = new byte[entry.remaining()];
        entry.get(entry.position(), copy);
        return new BinaryInput(copy, 0, copy.length);
    }

    private static LogEntry read(BinaryInput input) {
        int version = input.code();
        if (version != FORMAT_VERSION) {
            throw input.corrupt(
                    String.format(Locale.ROOT, "the entry has format version %d, not %d", version, FORMAT_VERSION));
        }
        long stampedMillis = input.number();
        int count = input.fixedInt();
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(OPERATIONS.read(input));
        }
        if (count < 0 || input.remaining() > 0) {
            throw input.corrupt(String.format(
                    Locale.ROOT, "%d operations are announced, but %d bytes follow", count, input.remaining()));
        }
        return new LogEntry(stampedMillis, operations);
    }
}
