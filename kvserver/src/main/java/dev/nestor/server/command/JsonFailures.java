package dev.nestor.server.command;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Outcome;

/** What RedisJSON says when something is not there or of another type. Clients look for parts of these texts. */
final class JsonFailures {
    static final Failure NO_KEY = Failure.err("could not perform this operation on a key that doesn't exist");
    static final Failure WRONG_KEY = Failure.err("Existing key has wrong Redis type");

    private static final Failure NOT_AT_ROOT = Failure.err("new objects must be created at the root");
    private static final Failure OUT_OF_RANGE = Failure.err("array index out of range");
    private static final Failure NO_PLACE = Failure.err("wrong static path");
    private static final Failure OVERFLOW = Failure.err("numeric overflow");

    /** How much of a path is quoted back. */
    private static final int QUOTED = 128;

    private JsonFailures() {}

    static Failure nothingAt(Path path) {
        return Failure.err("Path '" + quoted(path) + "' does not exist");
    }

    /** Nothing is there, or nothing of the right kind: {@code not an array}. */
    static Failure nothingAt(Path path, String otherwise) {
        return Failure.err("Path '" + quoted(path) + "' does not exist or " + otherwise);
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    static Failure expected(String kind, Value found) {
        return new Failure(
                "WRONGTYPE",
                "wrong type of path value - expected " + kind + " but found " + JsonValues.typeName(found));
    }

    /** The error that tells of an outcome of an operation that edits documents where they are. */
    static Failure ofEdit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NoSuchKey missing -> NO_KEY;
            case Outcome.WrongKind wrong -> WRONG_KEY;
            case Outcome.OutOfRange none -> Failure.err("index out of bounds");
            case Outcome.Overflow overflow -> OVERFLOW;
            default -> Failures.of(outcome);
        };
    }

    /** The reply that tells of an outcome of an operation that puts a value somewhere, if it could not. */
    static Reply ofPlacement(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotStored no -> Reply.NIL;
            case Outcome.MissingParent missing -> Reply.NIL;
            case Outcome.NoSuchKey missing -> NOT_AT_ROOT;
            case Outcome.WrongKind wrong -> WRONG_KEY;
            case Outcome.OutOfRange none -> OUT_OF_RANGE;
            case Outcome.NoPlace none -> NO_PLACE;
            default -> Failures.of(outcome);
        };
    }
}
