package dev.nestor.server.store;

import dev.nestor.document.Limits;
import dev.nestor.trie.TrieRecord;
import java.util.Locale;

/** How large keys and values may be; what a document may hold, {@link Limits#DEFAULT} says. */
public final class StoreLimits {
    /** Eight bytes less than a trie's longest key, because the index of expiries puts the time before the key. */
    public static final int KEY_BYTES = TrieRecord.MAX_KEY_LENGTH - Long.BYTES;

    /** Bytes of a string, and of a document after an edit. */
    public static final int VALUE_BYTES = Limits.DEFAULT.documentBytes();

    /** Bytes of a packed document whose text has as many as are allowed: it may be a little longer than the text. */
    static final int PACKED_BYTES = 2 * VALUE_BYTES;

    /**
     * Bytes of one operation in the log. Nearly three of the largest documents; an entry holds it, and what came before it.
     */
    public static final int OPERATION_BYTES = 24 << 20;

    private StoreLimits() {}

    static void requireKey(Bytes key) {
        require("bytes in a key", KEY_BYTES, key.length());
    }

    static void requireValue(Bytes value) {
        require("bytes in a value", VALUE_BYTES, value.length());
    }

    static void requirePacked(Bytes packed) {
        require("bytes in a packed document", PACKED_BYTES, packed.length());
    }

    private static void require(String what, int limit, int given) {
        if (given > limit) {
            throw new IllegalArgumentException(exceeded(what, limit, given));
        }
    }

    static String exceeded(String what, int limit, long given) {
        return String.format(Locale.ROOT, "%s: at most %d allowed, %d given", what, limit, given);
    }
}
