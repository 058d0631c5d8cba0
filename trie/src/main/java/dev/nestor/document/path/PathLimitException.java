package dev.nestor.document.path;

/**
 * A path that is well formed, but longer, deeper or more laborious than {@link PathLimits} allow. The message
 * names the limit.
 */
public final class PathLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PathLimitException(String message) {
        super(message);
    }
}
