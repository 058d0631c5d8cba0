package dev.nestor.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an {@link Operation}. Whatever a client can do wrong is an outcome; it is never an exception.
 *
 * <p>Versions: each operation that changes something takes the partition's next version, from 1, and gives it to
 * every record that it writes. One that would only write what is there already changes nothing and takes none; the
 * version it tells is that of the record as it is.
 */
public sealed interface Outcome {

    /**
     * The value is stored.
     *
     * @param version the record's version now, {@link Operation#ABSENT} if it has expired at once
     * @param created whether the key was missing before
     * @param old the string that was there before, if one was and the operation asked for it
     */
    record Stored(long version, boolean created, @Nullable Bytes old) implements Outcome {
        public Stored(long version, boolean created) {
            this(version, created, null);
        }
    }

    /**
     * The operation's condition does not hold.
     *
     * @param old the string that is there, if one is and the operation asked for it
     */
    record NotStored(@Nullable Bytes old) implements Outcome {
        public NotStored() {
            this(null);
        }
    }

    /** All that was to be written is. */
    record Done() implements Outcome {}

    /** A new length or number, and the record's version now. */
    record Computed(long value, long version) implements Outcome {}

    /** To how many records or values the operation did what it says. */
    record Counted(long count) implements Outcome {}

    /** The string that was under the key until now. */
    record Removed(Bytes old) implements Outcome {}

    /**
     * A document was edited.
     *
     * @param version the record's version now
     * @param results one for each value that the path leads to, in the path's order; empty if there is none
     */
    record Edited(long version, List<MatchResult> results) implements Outcome {
        public Edited {
            results = List.copyOf(results);
        }
    }

    /** The key is missing and the operation needs it. */
    record NoSuchKey() implements Outcome {}

    /** The key holds a value of another kind than the operation is for. */
    record WrongKind(ValueKind found) implements Outcome {}

    /** Nothing is where the path leads to, nor an object that could get the member it ends in. */
    record MissingParent() implements Outcome {}

    /** An array has no such index. */
    record OutOfRange() implements Outcome {}

    /** Nothing is where the path leads to, and as it is not of names and indexes alone, it says not what to create. */
    record NoPlace() implements Outcome {}

    /** The string is not a 64-bit integer in decimal. */
    record NotInteger() implements Outcome {}

    /** The number that should be stored is too large. */
    record Overflow() implements Outcome {}

    /** A limit is exceeded; the message names it and what was given. */
    record LimitExceeded(String message) implements Outcome {}

    /**
     * The record has not the version that the operation expects.
     *
     * @param actual the version it has, {@link Operation#ABSENT} if it is missing
     */
    record VersionMismatch(long actual) implements Outcome {}
}
