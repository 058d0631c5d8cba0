package dev.nestor.server.store;

import dev.nestor.document.path.Path;
import java.util.List;

/**
 * Writes to records that hold JSON documents. All of them keep the key's expiry, and all answer
 * {@link Outcome.WrongKind} when the key holds a string and {@link Outcome.LimitExceeded} when the path or the new
 * document exceeds a limit.
 */
public sealed interface JsonOperation extends Operation {

    /**
     * Replaces every value that a path leads to. When there is none and the path is definite and ends in a name, the
     * object before it gets a member of that name; at the root the key is created. {@link Outcome.Stored},
     * {@link Outcome.NotStored} when the condition does not hold, {@link Outcome.NoSuchKey} when the key is missing
     * and the path is not the root, {@link Outcome.MissingParent}, {@link Outcome.OutOfRange} or
     * {@link Outcome.NoPlace}.
     */
    record Set(Bytes key, Path path, Json value, Condition condition, long expectedVersion) implements JsonOperation {
        public Set {
            StoreLimits.requireKey(key);
            Operation.requireExpectation(expectedVersion);
        }

        /** Sets a value whatever is there. */
        public Set(Bytes key, Path path, Json value) {
            this(key, path, value, Condition.ALWAYS, ANY_VERSION);
        }
    }

    /** One of several values to set. */
    record Placement(Bytes key, Path path, Json value) {
        public Placement {
            StoreLimits.requireKey(key);
        }
    }

    /**
     * Sets values one after the other as {@link Set} does, all or none. {@link Outcome.Done}, or what {@link Set}
     * answers to the first that can't be set.
     */
    record SetMany(List<Placement> placements) implements JsonOperation {
        public SetMany {
            placements = List.copyOf(placements);
            if (placements.isEmpty()) {
                throw new IllegalArgumentException("there is nothing to set");
            }
        }
    }

    /**
     * Merges a patch (RFC 7396) into every value that a path leads to, those inside others first. When there is
     * none, it sets what the patch makes of nothing, as {@link Set} does and with its outcomes.
     */
    record Merge(Bytes key, Path path, Json patch, long expectedVersion) implements JsonOperation {
        public Merge {
            StoreLimits.requireKey(key);
            Operation.requireExpectation(expectedVersion);
        }

        public Merge(Bytes key, Path path, Json patch) {
            this(key, path, patch, ANY_VERSION);
        }
    }

    /**
     * Removes every value that a path leads to. The key goes too when the path is the root, or nothing is left in
     * the root. {@link Outcome.Counted} with the number of values, 0 when the key is missing.
     */
    record Delete(Bytes key, Path path, long expectedVersion) implements JsonOperation {
        public Delete {
            StoreLimits.requireKey(key);
            Operation.requireExpectation(expectedVersion);
        }

        public Delete(Bytes key, Path path) {
            this(key, path, ANY_VERSION);
        }
    }

    /**
     * Edits every value that a path leads to, those inside others first. {@link Outcome.Edited},
     * {@link Outcome.NoSuchKey}, {@link Outcome.Overflow} or {@link Outcome.OutOfRange}.
     */
    record Edit(Bytes key, Path path, ValueEdit edit) implements JsonOperation {
        public Edit {
            StoreLimits.requireKey(key);
        }
    }
}
