package dev.nestor.server.raft;

import org.jspecify.annotations.Nullable;

/** Why a proposed entry was not acknowledged. Each kind tells the caller what it may do next. */
public abstract sealed class ProposalException extends Exception {
    private static final long serialVersionUID = 1L;

    private ProposalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** This replica does not lead the group. Nothing was written: the caller may try at the leader. */
    public static final class NotLeader extends ProposalException {
        private static final long serialVersionUID = 1L;

        NotLeader(String group) {
            super("this server does not lead group " + group, null);
        }
    }

    /** Too much is waiting already. Nothing was written: the caller may try again later. */
    public static final class Overloaded extends ProposalException {
        private static final long serialVersionUID = 1L;

        Overloaded(String group) {
            super("too many writes wait for group " + group, null);
        }
    }

    /**
     * Leadership or the connection to the majority was lost after the entry went into the log: it may take effect, now
     * or later, or never. Only an idempotent write may be tried again.
     */
    public static final class OutcomeUnknown extends ProposalException {
        private static final long serialVersionUID = 1L;

        OutcomeUnknown(String group, @Nullable Throwable cause) {
            super("group " + group + " lost its leader or its majority while the write was under way", cause);
        }
    }
}
