package dev.nestor.broker.repl;

/** A command that cannot be carried out as it was typed. The message is for the person who typed it. */
public final class BadCommandException extends RuntimeException {
    public BadCommandException(String message) {
        super(message);
    }
}
