package dev.nestor.server.store;

/** What a write makes of its key's expiry. */
public sealed interface Expiry {
    Expiry NONE = new None();
    Expiry KEEP = new Keep();

    /** The key does not expire. */
    record None() implements Expiry {}

    /** The key expires when it would have expired before. */
    record Keep() implements Expiry {}

    /**
     * The key expires at a time in milliseconds since 1970. When that is not later than the entry's time, the key is
     * gone at once.
     */
    record At(long millis) implements Expiry {}
}
