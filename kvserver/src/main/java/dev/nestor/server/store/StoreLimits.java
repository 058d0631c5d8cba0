package dev.nestor.server.store;

import dev.nestor.document.Limits;
import dev.nestor.trie.TrieRecord;

/** How large keys and values may be. A packed document is bounded by {@link Limits#DEFAULT}. */
public final class StoreLimits {
    /** Eight bytes less than a trie's longest key, because the index of expiries puts the time before the key. */
    public static final int KEY_BYTES = TrieRecord.MAX_KEY_LENGTH - Long.BYTES;

    /** Bytes of a string, and of a packed document. */
    public static final int VALUE_BYTES = Limits.DEFAULT.documentBytes();

    private StoreLimits() {}

    static void requireKey(Bytes key) {
        require("bytes in a key", KEY_BYTES, key.length());
    }

    static void requireValue(Bytes value) {
        require("bytes in a value", VALUE_BYTES, value.length());
    }

    private static void require(String what, int limit, int given) {
        if (given > limit) {
            throw new IllegalArgumentException(exceeded(what, limit, given));
        }
    }

    static String exceeded(String what, int limit, long given) {
        return "%s: at most %d allowed, %d given".formatted(what, limit, given);
    }
}
