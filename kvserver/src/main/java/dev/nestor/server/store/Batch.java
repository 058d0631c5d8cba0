package dev.nestor.server.store;

import dev.nestor.trie.Cursor;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Editor;
import dev.nestor.trie.Range;
import dev.nestor.trie.Trie;
import org.jspecify.annotations.Nullable;

/**
 * The state as the applying thread edits it, seen by nobody else until {@link #commit}. Keeps what all writes have in
 * common: the time that counts, the versions, and an index of expiries that agrees with the records.
 */
final class Batch {
    private Editor records;
    private Editor expiries;
    private long version;
    private long nowMillis;

    /** The version that the current operation has taken, 0 before its first change. */
    private long operationVersion;

    Batch(StoreView from) {
        records = from.records().edit();
        expiries = from.expiryIndex().edit();
        version = from.version();
        nowMillis = from.lastMillis();
    }

    /** Starts an entry. Its time counts unless an earlier one's was later. */
    void startEntry(long stampedMillis) {
        nowMillis = Math.max(nowMillis, stampedMillis);
    }

    void startOperation() {
        operationVersion = 0;
    }

    long size() {
        return records.size();
    }

    /** The record of a key, or null when it is missing or has expired. */
    @Nullable
    RecordView get(Bytes key) {
        return RecordView.live(records.get(key.array(), key.offset(), key.length()), nowMillis);
    }

    /**
     * Writes a record in the place of {@code current}, which is what {@link #get} says of the key. Writes nothing if
     * it says the same, and deletes the record if its expiry has come already.
     *
     * @return the record's version then, {@link Operation#ABSENT} if it is gone
     */
    long put(@Nullable RecordView current, Bytes key, ValueKind kind, long expiryMillis, Bytes value) {
        if (current != null && current.holds(kind, expiryMillis, value)) {
            return current.version();
        }
        if (expiryMillis <= nowMillis) {
            if (current != null) {
                delete(current);
            }
            return Operation.ABSENT;
        }
        long taken = takeVersion();
        byte[] record = RecordView.pack(key, kind, taken, expiryMillis, value);
        byte[] replaced = records.put(record);
        if (replaced != null) {
            unindex(RecordView.of(replaced));
        }
        index(RecordView.of(record));
        return taken;
    }

    /** Deletes a record that is there. */
    void delete(RecordView current) {
        takeVersion();
        Bytes key = current.key();
        records.delete(key.array(), key.offset(), key.length());
        unindex(current);
    }

    /** Deletes all records. */
    void clear() {
        if (records.size() > 0) {
            takeVersion();
            records = Trie.empty().edit();
            expiries = Trie.empty().edit();
        }
    }

    /** Deletes the records that have expired, the earliest first, up to {@code limit}. Returns how many. */
    int deleteDue(int limit) {
        Cursor due = expiries.commit().cursor(Range.all(), Direction.ASCENDING);
        int deleted = 0;
        while (deleted < limit) {
            byte[] next = due.next();
            if (next == null || ExpiryIndex.millis(next) > nowMillis) {
                break;
            }
            deleteIndexed(ExpiryIndex.expiringKey(next));
            deleted++;
        }
        return deleted;
    }

    private void deleteIndexed(Bytes key) {
        byte[] record = records.get(key.array(), key.offset(), key.length());
        if (record == null) {
            throw new IllegalStateException("the index of expiries knows a key that has no record");
        }
        delete(RecordView.of(record));
    }

    private long takeVersion() {
        if (operationVersion == 0) {
            operationVersion = ++version;
        }
        return operationVersion;
    }

    private void index(RecordView record) {
        if (record.expiryMillis() != RecordView.NEVER) {
            expiries.put(ExpiryIndex.record(record));
        }
    }

    private void unindex(RecordView record) {
        if (record.expiryMillis() != RecordView.NEVER) {
            expiries.delete(ExpiryIndex.key(record));
        }
    }

    /** The state as edited, which later edits do not change. */
    StoreView commit() {
        return new StoreView(records.commit(), expiries.commit(), version, nowMillis);
    }

    /** Takes back what the current operation has done since it got a view from {@link #commit}. */
    void rollBack(StoreView before) {
        records = before.records().edit();
        expiries = before.expiryIndex().edit();
        version = before.version();
        operationVersion = 0;
    }
}
