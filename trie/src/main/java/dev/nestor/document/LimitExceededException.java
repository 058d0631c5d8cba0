package dev.nestor.document;

/** A document is larger than allowed in one respect. Names the limit and what was given. */
public final class LimitExceededException extends DocumentException {
    LimitExceededException(String what, long limit, long given) {
        super(what + ": at most " + limit + " allowed, " + given + " given");
    }
}
