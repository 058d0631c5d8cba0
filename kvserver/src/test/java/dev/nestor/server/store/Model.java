package dev.nestor.server.store;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A partition's state as simple as it can be: a sorted map, edited record by record. */
final class Model {
    /** A record; its content is a {@link Bytes} or a {@link ModelDocument}. */
    record Held(Object content, long expiryMillis, long version) {
        boolean isString() {
            return content instanceof Bytes;
        }

        Bytes string() {
            return (Bytes) content;
        }

        /** A copy, to be edited. */
        ModelDocument document() {
            return new ModelDocument(((ModelDocument) content).root());
        }
    }

    private TreeMap<Bytes, Held> records = new TreeMap<>();
    private long version;
    private long now;
    private long operationVersion;

    Map<Bytes, Held> records() {
        return records;
    }

    long version() {
        return version;
    }

    long now() {
        return now;
    }

    void passTo(long stampedMillis) {
        now = Math.max(now, stampedMillis);
    }

    Outcome apply(Operation operation) {
        operationVersion = 0;
        try {
            return switch (operation) {
                case StringOperation string -> new ModelStrings(this).apply(string);
                case KeyOperation key -> new ModelKeys(this).apply(key);
                case JsonOperation json -> new ModelDocuments(this).apply(json);
            };
        } catch (ArithmeticException e) {
            return new Outcome.Overflow();
        }
    }

    @Nullable
    Held live(Bytes key) {
        Held held = records.get(key);
        return held == null || held.expiryMillis <= now ? null : held;
    }

    long put(Bytes key, Object content, long expiry) {
        Held current = live(key);
        if (current != null && current.expiryMillis == expiry && current.content.equals(content)) {
            return current.version;
        }
        if (expiry <= now) {
            remove(key);
            return 0;
        }
        records.put(key, new Held(content, expiry, takeVersion()));
        return version;
    }

    boolean remove(Bytes key) {
        if (live(key) == null) {
            return false;
        }
        takeVersion();
        records.remove(key);
        return true;
    }

    long takeVersion() {
        operationVersion = operationVersion == 0 ? ++version : operationVersion;
        return operationVersion;
    }

    /** What takes the state back to what it is now. */
    Runnable undo() {
        TreeMap<Bytes, Held> recordsBefore = new TreeMap<>(records);
        long versionBefore = version;
        return () -> {
            records = recordsBefore;
            version = versionBefore;
        };
    }

    static long versionOf(@Nullable Held held) {
        return held == null ? Operation.ABSENT : held.version;
    }

    static long expiryOf(@Nullable Held held) {
        return held == null ? RecordView.NEVER : held.expiryMillis;
    }

    static boolean isExpected(long expected, @Nullable Held held) {
        return expected == Operation.ANY_VERSION || expected == versionOf(held);
    }
}
