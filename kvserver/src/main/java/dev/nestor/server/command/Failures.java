package dev.nestor.server.command;

import dev.nestor.protocol.Failure;
import dev.nestor.server.store.Outcome;

/** What is answered to an operation that could not be done, whatever the command. */
final class Failures {
    private Failures() {}

    /**
     * The error that tells of an outcome.
     *
     * @throws IllegalStateException when the operation was done: its command has an answer of its own
     */
    static Failure of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.WrongKind wrong -> Failure.WRONG_TYPE;
            case Outcome.NotInteger none -> Failure.NOT_AN_INTEGER;
            case Outcome.Overflow overflow -> Failure.err("increment or decrement would overflow");
            case Outcome.LimitExceeded(String message) -> Failure.err(message);
            case Outcome.VersionMismatch(long actual) ->
                new Failure("VERSION", "the record's version is " + actual + ", another was expected");
            case Outcome.NoSuchKey missing -> Failure.err("no such key");
            case Outcome.Stored done -> throw unexpected(done);
            case Outcome.NotStored done -> throw unexpected(done);
            case Outcome.Done done -> throw unexpected(done);
            case Outcome.Computed done -> throw unexpected(done);
            case Outcome.Counted done -> throw unexpected(done);
            case Outcome.Removed done -> throw unexpected(done);
            case Outcome.Edited done -> throw unexpected(done);
            case Outcome.MissingParent missing -> throw unexpected(missing);
            case Outcome.OutOfRange none -> throw unexpected(none);
            case Outcome.NoPlace none -> throw unexpected(none);
        };
    }

    private static IllegalStateException unexpected(Outcome outcome) {
        return new IllegalStateException("no command answers an error to " + outcome);
    }
}
