package dev.nestor.server.store;

import dev.nestor.trie.Trie;
import org.jspecify.annotations.Nullable;

/**
 * The partition's whole state after some entry. It never changes: whoever holds a view reads one moment, from any
 * thread, without a lock.
 *
 * <p>Records that have expired stay until {@link KeyOperation.ExpireDue} or another write removes them. {@link #get}
 * hides them; whoever goes through {@link #records} has to ask {@link RecordView#isDue} of the {@link #moment}.
 */
public final class StoreView {
    static final StoreView EMPTY = new StoreView(Trie.empty(), Trie.empty(), 0, 0);

    private final Trie records;
    private final Trie expiries;
    private final long version;
    private final long lastMillis;

    StoreView(Trie records, Trie expiries, long version, long lastMillis) {
        this.records = records;
        this.expiries = expiries;
        this.version = version;
        this.lastMillis = lastMillis;
    }

    /** The record of a key, or null when it is missing or has expired at {@link #moment} {@code nowMillis}. */
    public @Nullable RecordView get(Bytes key, long nowMillis) {
        return RecordView.live(records.get(key.array(), key.offset(), key.length()), moment(nowMillis));
    }

    /**
     * The time that counts for whoever reads at {@code nowMillis}: not before that of the last write, which may have gone
     * by another server's clock. So what has expired for a write has expired for the reads after it too.
     */
    public long moment(long nowMillis) {
        return Math.max(nowMillis, lastMillis);
    }

    /** All records in the order of their keys, those that have expired included: see {@link RecordView#of}. */
    public Trie records() {
        return records;
    }

    /** The earliest expiry of all, in milliseconds since 1970, or {@link RecordView#NEVER}. */
    public long firstExpiry() {
        byte[] first = expiries.first();
        return first == null ? RecordView.NEVER : ExpiryIndex.millis(first);
    }

    /** The version of the last write that changed something, 0 before the first. */
    public long version() {
        return version;
    }

    /** The latest time that an entry was stamped with, in milliseconds since 1970. Writes go by it. */
    public long lastMillis() {
        return lastMillis;
    }

    /** The number of records, those that have expired included. */
    public long size() {
        return records.size();
    }

    /** How many records have an expiry. */
    public long expiringSize() {
        return expiries.size();
    }

    /** The bytes of all records. */
    public long bytes() {
        return records.bytes();
    }

    /** Equal on two replicas that hold the same records with the same versions and expiries: {@link Trie#digest}. */
    public long digest() {
        return records.digest();
    }

    Trie expiryIndex() {
        return expiries;
    }
}
