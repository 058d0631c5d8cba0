package dev.nestor.server.store;

/**
 * Collects operations into the bytes of one {@link LogEntry}: each is written once, when it comes. Not safe for use
 * by several threads.
 */
public final class EntryEncoder {
    private final BinaryOutput output = new BinaryOutput();
    private int count;

    public EntryEncoder() {
        output.code(LogEntry.FORMAT_VERSION);
        output.number(0);
        output.fixedInt(0);
    }

    /** Adds an operation behind the others. */
    public void add(Operation operation) {
        LogEntry.OPERATIONS.write(operation, output);
        count++;
    }

    /** The number of operations so far. */
    public int count() {
        return count;
    }

    /** The bytes that the entry has by now. */
    public int sizeBytes() {
        return output.size();
    }

    /** The entry, stamped with the leader's time in milliseconds since 1970. */
    public byte[] encode(long stampedMillis) {
        output.numberAt(LogEntry.STAMP_AT, stampedMillis);
        output.fixedIntAt(LogEntry.COUNT_AT, count);
        return output.toArray();
    }
}
