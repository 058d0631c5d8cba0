package dev.nestor.server.command;

import dev.nestor.protocol.Failure;

/** A request that can't be meant so. Thrown where an argument is read, turned into a reply in {@link Commands}. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    Refusal(Failure failure) {
        // Without a stack trace: clients cause these as they like.
        super(failure.line(), null, false, false);
        this.failure = failure;
    }

    static Refusal syntax() {
        return new Refusal(Failure.SYNTAX);
    }

    static Refusal of(String message) {
        return new Refusal(Failure.err(message));
    }

    Failure failure() {
        return failure;
    }
}
