package dev.nestor.bench.trie;

import org.jspecify.annotations.Nullable;

/** What a server asks of its map, in terms of the bytes that requests arrive in. */
interface Store {
    void put(byte[] wire, int offset, int length, byte[] value);

    /** Puts keys of a wire, each with the value. */
    default void putAll(Wire wire, int from, int to, byte[] value) {
        for (int i = from; i < to; i++) {
            put(wire.buffer, wire.offset(i), wire.length(i), value);
        }
    }

    /** Ends a batch of puts; a persistent map makes a version here that later puts do not change. */
    void commit();

    /** A store that starts from the last commit and goes its own way. Only for persistent maps. */
    default Store fork() {
        throw new UnsupportedOperationException(getClass() + " has no versions");
    }

    @Nullable
    Object get(byte[] wire, int offset, int length);

    /** Gets keys of a wire, as many as are known at once. Returns how many were there. */
    default int getAll(Wire wire, int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            found += get(wire.buffer, wire.offset(i), wire.length(i)) == null ? 0 : 1;
        }
        return found;
    }

    /**
     * Visits up to {@code limit} records in key order, from a key on. Returns a number made of all of them.
     * Only for maps that can start at a key.
     */
    default int scan(byte[] wire, int offset, int length, int limit) {
        throw new UnsupportedOperationException(getClass() + " cannot start at a key");
    }
}
