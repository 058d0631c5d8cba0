package dev.nestor.broker;

/** What putting a whole document did. */
public enum PutResult {
    /** The key was not there before. */
    CREATED,
    /** The key held something else before. */
    UPDATED,
    /**
     * It is stored, but whether the key was there before is not known: an attempt was lost on its way, and it may have
     * been the one that created the key.
     */
    STORED
}
