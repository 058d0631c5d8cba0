package dev.nestor.server.store;

/** The bytes are no log entry: they were damaged, or a newer version of Nestor wrote them. */
public final class CorruptEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorruptEntryException(String message) {
        super(message);
    }

    CorruptEntryException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
