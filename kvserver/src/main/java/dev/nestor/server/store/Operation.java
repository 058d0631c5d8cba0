package dev.nestor.server.store;

/**
 * One write to a partition, complete in itself: replicas apply it without a clock or anything else from outside. An
 * operation that can't be done changes nothing, also when it is about several keys; its {@link Outcome} says why.
 *
 * <p>Some operations carry the version that their record is expected to have, for compare-and-set: a version,
 * {@link #ABSENT} or {@link #ANY_VERSION}. When it has another, the outcome is {@link Outcome.VersionMismatch}.
 *
 * <p>Constructors throw {@link IllegalArgumentException} for what exceeds {@link StoreLimits} or makes no sense.
 * Everything here is immutable.
 */
public sealed interface Operation permits StringOperation, KeyOperation, JsonOperation {
    /** The expectation that every record meets, and a missing one. */
    long ANY_VERSION = -1;

    /** The expectation that only a missing record meets. */
    long ABSENT = 0;

    /**
     * Whether to write depends on whether there is something already: the key, or what a path leads to.
     */
    enum Condition {
        ALWAYS,
        IF_ABSENT,
        IF_PRESENT;

        boolean allows(boolean present) {
            return switch (this) {
                case ALWAYS -> true;
                case IF_ABSENT -> !present;
                case IF_PRESENT -> present;
            };
        }
    }

    static void requireExpectation(long version) {
        if (version < ANY_VERSION) {
            throw new IllegalArgumentException("an expected version is at least 0, not " + version);
        }
    }
}
