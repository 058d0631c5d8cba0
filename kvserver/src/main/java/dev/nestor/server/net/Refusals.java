package dev.nestor.server.net;

import dev.nestor.protocol.Failure;

/** What clients are told when a request can't be carried out, or nobody knows whether it was. */
final class Refusals {
    /** Redis Cluster's code for "later": clients may send the same again. */
    static final Failure OVERLOADED = Failure.tryAgain("Too many writes wait already, nothing was written");

    /** Redis's code for a disk that can't be written. */
    static final Failure DISK_FULL = new Failure(
            "MISCONF", "The disk is nearly full, nothing was written; reads go on, and writes with more space");

    static final Failure LEADERSHIP_CHANGES = Failure.tryAgain("A partition is about to change its leader");

    /**
     * A code of our own. Clients know the codes on which they may retry or look elsewhere, and hand every other one to
     * the program as it is: whether a write may be repeated is the program's to say.
     */
    static final Failure OUTCOME_UNKNOWN = new Failure(
            "OUTCOMEUNKNOWN",
            "The write may or may not have taken effect: leadership was lost before it was confirmed");

    /** The same, of a write to all partitions. */
    static final Failure PARTLY_UNKNOWN = new Failure(
            "OUTCOMEUNKNOWN", "The write may or may not have taken effect on some partitions: send it again");

    static final Failure MAX_CLIENTS = Failure.err("max number of clients reached");

    private Refusals() {}
}
