package dev.nestor.bench.trie;

import org.jspecify.annotations.Nullable;

/** What a server asks of its map, in terms of the bytes that requests arrive in. */
interface Store {
    void put(byte[] wire, int offset, int length, byte[] value);

    /** Ends a batch of puts; a persistent map makes a version here that later puts do not change. */
    void commit();

    /** A store that starts from the last commit and goes its own way. Only for persistent maps. */
    default Store fork() {
        throw new UnsupportedOperationException(getClass() + " has no versions");
    }

    @Nullable
    Object get(byte[] wire, int offset, int length);

    /**
     * Visits up to {@code limit} records in key order, from a key on. Returns a number made of all of them.
     * Only for maps that can start at a key.
     */
    default int scan(byte[] wire, int offset, int length, int limit) {
        throw new UnsupportedOperationException(getClass() + " cannot start at a key");
    }
}
