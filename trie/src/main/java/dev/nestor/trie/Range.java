package dev.nestor.trie;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A half-open range of keys: from a key, inclusive, up to another, exclusive, or without an upper bound. */
public final class Range {
    private static final byte[] EMPTY_KEY = {};
    private static final Range ALL = new Range(EMPTY_KEY, null);

    final byte[] from;
    final byte @Nullable [] to;

    private Range(byte[] from, byte @Nullable [] to) {
        this.from = from;
        this.to = to;
    }

    /** Every key. */
    public static Range all() {
        return ALL;
    }

    /** Keys that are at least {@code from} and less than {@code to}: none if the bounds are not in order. */
    public static Range between(byte[] from, byte[] to) {
        return new Range(from.clone(), to.clone());
    }

    /** Keys that are at least {@code from}. */
    public static Range from(byte[] from) {
        return new Range(from.clone(), null);
    }

    /** Keys that are greater than {@code key}: where a scan that stopped at it goes on. */
    public static Range after(byte[] key) {
        return new Range(Arrays.copyOf(key, key.length + 1), null);
    }

    /** Keys that are less than {@code to}. */
    public static Range before(byte[] to) {
        return new Range(EMPTY_KEY, to.clone());
    }

    /** Keys that start with {@code prefix}. */
    public static Range prefix(byte[] prefix) {
        return new Range(prefix.clone(), afterPrefix(prefix));
    }

    /** The least key that is greater than all keys with the prefix, null if there is none. */
    private static byte @Nullable [] afterPrefix(byte[] prefix) {
        int length = prefix.length;
        while (length > 0 && prefix[length - 1] == (byte) 0xff) {
            length--;
        }
        if (length == 0) {
            return null;
        }
        byte[] after = Arrays.copyOf(prefix, length);
        after[length - 1]++;
        return after;
    }

    boolean reachesDownTo(byte[] record) {
        return from.length == 0 || TrieRecord.compareKey(record, from, 0, from.length) >= 0;
    }

    boolean reachesUpTo(byte[] record) {
        return to == null || TrieRecord.compareKey(record, to, 0, to.length) < 0;
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "[" + hex.formatHex(from) + ", " + (to == null ? "end" : hex.formatHex(to)) + ")";
    }
}
