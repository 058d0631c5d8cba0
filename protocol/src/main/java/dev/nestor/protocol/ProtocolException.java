package dev.nestor.protocol;

/**
 * The peer's bytes are no RESP, or exceed a limit. The place of the next frame is then unknown, so the connection can
 * only be told why and be closed.
 */
public final class ProtocolException extends Exception {
    /**
     * @param reason Redis's own text where Redis has one, such as {@code invalid bulk length}
     */
    ProtocolException(String reason) {
        // Anybody can cause one, so it has to be cheap: no stack trace.
        super("Protocol error: " + reason, null, false, false);
    }

    /** What to tell the peer before closing: {@code -ERR Protocol error: ...}. */
    public Failure reply() {
        return Failure.err(String.valueOf(getMessage()));
    }
}
