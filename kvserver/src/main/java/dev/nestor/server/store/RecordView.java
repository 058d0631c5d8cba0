package dev.nestor.server.store;

import dev.nestor.document.Document;
import dev.nestor.trie.TrieRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record, read in place: what hangs in the trie of records under a key. Immutable, cheap to make.
 *
 * <pre>
 *   [key length | key]   by the trie
 *   [head]               1 byte: bit 0 the kind, bit 1 whether there is an expiry
 *   [version]            varint
 *   [expiry]             varint of milliseconds since 1970, if there is one
 *   [value]              the string's bytes or the packed document
 * </pre>
 *
 * A 200-byte document in a partition of a million writes pays 5 bytes for all of this but the key.
 */
public final class RecordView {
    /** The expiry of a record that does not expire: later than all times. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int KIND_BIT = 1;
    private static final int EXPIRY_BIT = 2;

    private final byte[] record;
    private final long version;
    private final long expiryMillis;
    private final int valueOffset;

    private RecordView(byte[] record, long version, long expiryMillis, int valueOffset) {
        this.record = record;
        this.version = version;
        this.expiryMillis = expiryMillis;
        this.valueOffset = valueOffset;
    }

    /** A view of a record of the trie of records. */
    public static RecordView of(byte[] record) {
        int head = TrieRecord.payloadOffset(record);
        int versionAt = head + 1;
        long version = Varint.read(record, versionAt);
        int after = versionAt + Varint.size(version);
        if ((record[head] & EXPIRY_BIT) == 0) {
            return new RecordView(record, version, NEVER, after);
        }
        long expiryMillis = Varint.read(record, after);
        return new RecordView(record, version, expiryMillis, after + Varint.size(expiryMillis));
    }

    /** A view of what the trie has under a key, or null when it has nothing or the record has expired. */
    static @Nullable RecordView live(byte @Nullable [] record, long nowMillis) {
        if (record == null) {
            return null;
        }
        RecordView view = of(record);
        return view.isDue(nowMillis) ? null : view;
    }

    /** The bytes of a new record, for the trie. The expiry is {@link #NEVER} or at least 0. */
    static byte[] pack(Bytes key, ValueKind kind, long version, long expiryMillis, Bytes value) {
        boolean expires = expiryMillis != NEVER;
        int header = 1 + Varint.size(version) + (expires ? Varint.size(expiryMillis) : 0);
        byte[] record = TrieRecord.allocate(key.array(), key.offset(), key.length(), header + value.length());
        int at = record.length - value.length() - header;
        record[at] = (byte) ((kind == ValueKind.JSON ? KIND_BIT : 0) | (expires ? EXPIRY_BIT : 0));
        at = Varint.write(record, at + 1, version);
        if (expires) {
            at = Varint.write(record, at, expiryMillis);
        }
        value.copyTo(record, at);
        return record;
    }

    public Bytes key() {
        return Bytes.wrap(record, TrieRecord.keyOffset(record), TrieRecord.keyLength(record));
    }

    public ValueKind kind() {
        return (record[TrieRecord.payloadOffset(record)] & KIND_BIT) != 0 ? ValueKind.JSON : ValueKind.STRING;
    }

    /** The version that the partition gave to the write that made this record, from 1. */
    public long version() {
        return version;
    }

    /** When the record expires, in milliseconds since 1970, or {@link #NEVER}. */
    public long expiryMillis() {
        return expiryMillis;
    }

    /** Whether a record of the same key with this content would say nothing new. */
    boolean holds(ValueKind otherKind, long otherExpiryMillis, Bytes otherValue) {
        return kind() == otherKind && expiryMillis == otherExpiryMillis && value().equals(otherValue);
    }

    /** Whether the record has expired at a time, so that it is to be taken for missing. */
    public boolean isDue(long nowMillis) {
        return expiryMillis <= nowMillis;
    }

    /** A string's bytes, or a document's packed bytes. */
    public Bytes value() {
        return Bytes.wrap(record, valueOffset, record.length - valueOffset);
    }

    /** The document; only of a record whose {@link #kind} is {@link ValueKind#JSON}. */
    public Document document() {
        if (kind() != ValueKind.JSON) {
            throw new IllegalStateException("the record holds no document but a string");
        }
        return Document.ofPacked(record, valueOffset, record.length - valueOffset);
    }

    /** The bytes that the record takes in the trie, the key included. */
    public int sizeBytes() {
        return record.length;
    }
}
