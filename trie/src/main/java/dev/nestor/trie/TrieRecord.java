package dev.nestor.trie;

import java.util.Arrays;

/**
 * The layout of a record, the one {@code byte[]} that a document is in memory: the key's length as a
 * varint (7 bits per byte, lowest first), the key, the payload. A record that was put into a trie must
 * never be written again.
 */
public final class TrieRecord {
    /** The longest key, in bytes. */
    public static final int MAX_KEY_LENGTH = 65_536;

    private TrieRecord() {}

    /**
     * A record of a key and a payload.
     *
     * @throws IllegalArgumentException if the key is longer than {@link #MAX_KEY_LENGTH}
     */
    public static byte[] of(byte[] key, byte[] payload) {
        byte[] record = allocate(key, 0, key.length, payload.length);
        System.arraycopy(payload, 0, record, record.length - payload.length, payload.length);
        return record;
    }

    /**
     * A record with the key {@code buffer[offset, offset + length)} and room for a payload, which the
     * caller writes at {@link #payloadOffset} before it hands the record to an editor.
     *
     * @throws IllegalArgumentException if the key is longer than {@link #MAX_KEY_LENGTH}
     */
    public static byte[] allocate(byte[] buffer, int offset, int length, int payloadLength) {
        requireKeyLength(length);
        byte[] record = new byte[headerLength(length) + length + payloadLength];
        int at = 0;
        int rest = length;
        for (; rest > 0x7f; rest >>>= 7) {
            record[at++] = (byte) (rest | 0x80);
        }
        record[at++] = (byte) rest;
        System.arraycopy(buffer, offset, record, at, length);
        return record;
    }

    /** The length of the key in bytes. */
    public static int keyLength(byte[] record) {
        int length = record[0];
        if (length >= 0) {
            return length;
        }
        int second = record[1];
        return second >= 0
                ? (length & 0x7f) | (second << 7)
                : (length & 0x7f) | ((second & 0x7f) << 7) | (record[2] << 14);
    }

    /** The index of the key's first byte. */
    public static int keyOffset(byte[] record) {
        return record[0] >= 0 ? 1 : record[1] >= 0 ? 2 : 3;
    }

    /** The index of the payload's first byte. */
    public static int payloadOffset(byte[] record) {
        return keyOffset(record) + keyLength(record);
    }

    /** A copy of the key. */
    public static byte[] key(byte[] record) {
        return Arrays.copyOfRange(record, keyOffset(record), payloadOffset(record));
    }

    /** Whether the record's key is {@code buffer[offset, offset + length)}. */
    public static boolean keyEquals(byte[] record, byte[] buffer, int offset, int length) {
        if (keyLength(record) != length) {
            return false;
        }
        int from = headerLength(length);
        return Arrays.equals(record, from, from + length, buffer, offset, offset + length);
    }

    /**
     * Compares the record's key with {@code buffer[offset, offset + length)}, byte by unsigned byte.
     *
     * @return less than, equal to or greater than 0, as the record's key is less, equal or greater
     */
    public static int compareKey(byte[] record, byte[] buffer, int offset, int length) {
        return Arrays.compareUnsigned(
                record, keyOffset(record), payloadOffset(record), buffer, offset, offset + length);
    }

    /**
     * The index in the key of the first byte at which the record's key and {@code buffer[offset,
     * offset + length)} differ: the shorter length if one is a prefix of the other, -1 if they are equal.
     */
    static int mismatch(byte[] record, byte[] buffer, int offset, int length) {
        return Arrays.mismatch(record, keyOffset(record), payloadOffset(record), buffer, offset, offset + length);
    }

    /** Whether the record's key starts with {@code prefix}. */
    static boolean startsWith(byte[] record, byte[] prefix) {
        int differs = mismatch(record, prefix, 0, prefix.length);
        return differs < 0 || differs == prefix.length;
    }

    /** The byte of the record's key at {@code depth}, or {@link Node#ENTRY} if the key ends there. */
    static int position(byte[] record, int depth) {
        return depth < keyLength(record) ? record[keyOffset(record) + depth] & 0xff : Node.ENTRY;
    }

    /** Refuses an array that is no record, so that a broken one can never hang in a trie. */
    static void requireRecord(byte[] record) {
        int header = record.length == 0 ? 1 : headerEnd(record);
        if (header > record.length || record.length - header < keyLength(record)) {
            throw new IllegalArgumentException("Not a record: its key is cut off at " + record.length + " bytes");
        }
        requireKeyLength(keyLength(record));
        if (header != headerLength(keyLength(record))) {
            throw new IllegalArgumentException("Not a record: its key length takes more bytes than it needs");
        }
    }

    static void requireKeyLength(int length) {
        if (length < 0 || length > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("The key has " + length + " bytes, the limit is " + MAX_KEY_LENGTH);
        }
    }

    private static int headerEnd(byte[] record) {
        return record[0] >= 0 ? 1 : record.length > 1 && record[1] >= 0 ? 2 : 3;
    }

    private static int headerLength(int keyLength) {
        return keyLength < 1 << 7 ? 1 : keyLength < 1 << 14 ? 2 : 3;
    }
}
