package dev.nestor.server.store;

import java.util.List;

/** Writes to records that hold plain bytes. */
public sealed interface StringOperation extends Operation {

    /**
     * Stores bytes under a key, whatever it held before. {@link Outcome.Stored} or {@link Outcome.NotStored}.
     *
     * @param returnsOld asks for the string that was there; {@link Outcome.WrongKind} when a document is there
     */
    record Set(Bytes key, Bytes value, Condition condition, Expiry expiry, boolean returnsOld, long expectedVersion)
            implements StringOperation {
        public Set {
            StoreLimits.requireKey(key);
            StoreLimits.requireValue(value);
            Operation.requireExpectation(expectedVersion);
        }

        /** Stores bytes whatever is there, without an expiry. */
        public Set(Bytes key, Bytes value) {
            this(key, value, Condition.ALWAYS, Expiry.NONE, false, ANY_VERSION);
        }
    }

    /** A key and the bytes to store under it. */
    record Pair(Bytes key, Bytes value) {
        public Pair {
            StoreLimits.requireKey(key);
            StoreLimits.requireValue(value);
        }
    }

    /** Stores bytes under several keys, without expiries; of a key that comes twice the last. {@link Outcome.Done}. */
    record SetMany(List<Pair> pairs) implements StringOperation {
        public SetMany {
            pairs = List.copyOf(pairs);
            if (pairs.isEmpty()) {
                throw new IllegalArgumentException("there is nothing to set");
            }
        }
    }

    /**
     * Appends bytes to a string, or to none when the key is missing; keeps the expiry. {@link Outcome.Computed} with
     * the new length in bytes, {@link Outcome.WrongKind} or {@link Outcome.LimitExceeded}.
     */
    record Append(Bytes key, Bytes suffix) implements StringOperation {
        public Append {
            StoreLimits.requireKey(key);
            StoreLimits.requireValue(suffix);
        }
    }

    /**
     * Adds to the 64-bit integer that a string stands for, or to 0 when the key is missing; keeps the expiry.
     * {@link Outcome.Computed} with the new integer, {@link Outcome.WrongKind}, {@link Outcome.NotInteger} or
     * {@link Outcome.Overflow}.
     */
    record Increment(Bytes key, long by) implements StringOperation {
        public Increment {
            StoreLimits.requireKey(key);
        }
    }

    /** Deletes a string. {@link Outcome.Removed}, {@link Outcome.NoSuchKey} or {@link Outcome.WrongKind}. */
    record GetAndDelete(Bytes key) implements StringOperation {
        public GetAndDelete {
            StoreLimits.requireKey(key);
        }
    }
}
