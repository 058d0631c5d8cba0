package dev.nestor.broker.load;

import dev.nestor.broker.Key;

/** What a file holds at some line. */
sealed interface Item {
    long line();

    /**
     * A document, as far as can be told without reading all of it.
     *
     * @param json its text, not checked: the servers do that
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Document(long line, Key key, byte[] json) implements Item {}

    /** Something that can't be one. */
    record Reject(long line, String reason) implements Item {}
}
