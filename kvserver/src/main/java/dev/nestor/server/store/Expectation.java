package dev.nestor.server.store;

import org.jspecify.annotations.Nullable;

/** Compare-and-set: whether a record has the version that an operation expects. */
final class Expectation {
    private Expectation() {}

    /** What the operation comes to when it expected another version, else null. */
    static Outcome.@Nullable VersionMismatch mismatch(long expectedVersion, @Nullable RecordView current) {
        long actual = current == null ? Operation.ABSENT : current.version();
        return expectedVersion == Operation.ANY_VERSION || expectedVersion == actual
                ? null
                : new Outcome.VersionMismatch(actual);
    }
}
