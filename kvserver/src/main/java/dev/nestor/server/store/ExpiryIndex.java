package dev.nestor.server.store;

import dev.nestor.trie.TrieRecord;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The keys of the second trie, which orders the keys that expire by the time at which they do: 8 bytes of
 * milliseconds since 1970, the highest first, then the key.
 */
final class ExpiryIndex {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final byte[] NO_PAYLOAD = {};

    private ExpiryIndex() {}

    /** The index key of a record that expires. */
    static byte[] key(RecordView record) {
        Bytes key = record.key();
        byte[] indexKey = new byte[Long.BYTES + key.length()];
        LONGS.set(indexKey, 0, record.expiryMillis());
        key.copyTo(indexKey, Long.BYTES);
        return indexKey;
    }

    /** The record of the index, for a record that expires. */
    static byte[] record(RecordView record) {
        return TrieRecord.of(key(record), NO_PAYLOAD);
    }

    /** When a record of the index says that its key expires. */
    static long millis(byte[] indexRecord) {
        return (long) LONGS.get(indexRecord, TrieRecord.keyOffset(indexRecord));
    }

    /** The key that a record of the index is about. */
    static Bytes expiringKey(byte[] indexRecord) {
        int keyLength = TrieRecord.keyLength(indexRecord) - Long.BYTES;
        return Bytes.wrap(indexRecord, TrieRecord.keyOffset(indexRecord) + Long.BYTES, keyLength);
    }
}
