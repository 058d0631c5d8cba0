package dev.nestor.broker;

import java.io.IOException;

/**
 * Why there is no answer, in words for people. What to do about it depends on which it is. The words name no command:
 * whoever sent one knows what he calls it.
 */
public abstract sealed class ClusterException extends IOException {
    private static final long serialVersionUID = 1;

    private ClusterException(String message) {
        super(message);
    }

    /** A server understood and refused: nothing was changed, and asking again would end the same. */
    public static final class Refused extends ClusterException {
        private static final long serialVersionUID = 1;

        public Refused(String message) {
            super(message);
        }
    }

    /** Nobody could carry it out until the deadline. Nothing was changed. */
    public static final class Unavailable extends ClusterException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message) {
            super(message);
        }
    }

    /**
     * A write was sent and the answer never came: it may have taken effect, may still do so, or never will. Repeating it
     * could have done it twice, so that is left to whoever knows whether that matters.
     */
    public static final class OutcomeUnknown extends ClusterException {
        private static final long serialVersionUID = 1;

        public OutcomeUnknown(String message) {
            super(message);
        }
    }

    /** The cluster that is there is not the one that was asked for. */
    public static final class Mismatch extends ClusterException {
        private static final long serialVersionUID = 1;

        public Mismatch(String message) {
            super(message);
        }
    }
}
