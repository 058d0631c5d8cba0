package dev.nestor.server.store;

import java.util.List;

/** Writes for which it does not matter what a record holds. */
public sealed interface KeyOperation extends Operation {

    /**
     * Deletes keys. {@link Outcome.Counted} with the number of those that were there.
     *
     * @param expectedVersion other than {@link #ANY_VERSION} only for a single key
     */
    record Delete(List<Bytes> keys, long expectedVersion) implements KeyOperation {
        public Delete {
            keys = List.copyOf(keys);
            keys.forEach(StoreLimits::requireKey);
            Operation.requireExpectation(expectedVersion);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("there is nothing to delete");
            }
            if (expectedVersion != ANY_VERSION && keys.size() > 1) {
                throw new IllegalArgumentException("a version is expected of one key, not of " + keys.size());
            }
        }

        public Delete(List<Bytes> keys) {
            this(keys, ANY_VERSION);
        }
    }

    /** Whether a new expiry replaces the one that a key has, or has not. */
    enum ExpiryCondition {
        ALWAYS,
        /** NX. */
        IF_NONE,
        /** XX. */
        IF_ANY,
        /** GT, with or without XX: no expiry is later than all others. */
        IF_LATER,
        /** LT. */
        IF_EARLIER,
        /** XX and LT. */
        IF_ANY_AND_EARLIER
    }

    /**
     * Lets a key expire at a time in milliseconds since 1970; deletes it when that is not later than the entry's
     * time. {@link Outcome.Counted} with 1, or 0 when the key is missing or the condition does not hold.
     */
    record ExpireAt(Bytes key, long millis, ExpiryCondition condition) implements KeyOperation {
        public ExpireAt {
            StoreLimits.requireKey(key);
        }
    }

    /** Takes a key's expiry away. {@link Outcome.Counted} with 1, or 0 when it had none or is missing. */
    record Persist(Bytes key) implements KeyOperation {
        public Persist {
            StoreLimits.requireKey(key);
        }
    }

    /** Deletes every record. {@link Outcome.Counted} with their number. */
    record Flush() implements KeyOperation {}

    /**
     * Deletes records whose expiry has come, the earliest first. The leader proposes it; it is no client's command.
     * {@link Outcome.Counted} with their number.
     *
     * @param limit how many at most, from 1
     */
    record ExpireDue(int limit) implements KeyOperation {
        public ExpireDue {
            if (limit < 1) {
                throw new IllegalArgumentException("the limit is at least 1, not " + limit);
            }
        }
    }
}
