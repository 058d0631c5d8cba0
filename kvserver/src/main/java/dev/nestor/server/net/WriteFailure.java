package dev.nestor.server.net;

/** Why there is no outcome of a write. */
public enum WriteFailure {
    /** This server does not lead the partition. Nothing was written. */
    NOT_LEADER,
    /** Too many writes wait already. Nothing was written. */
    OVERLOADED,
    /** There is hardly any space left for the log. Nothing was written. */
    DISK_FULL,
    /** The write was proposed, and then leadership or the answer was lost: it may take effect, or have done so. */
    OUTCOME_UNKNOWN
}
