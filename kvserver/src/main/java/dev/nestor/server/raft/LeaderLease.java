package dev.nestor.server.raft;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long this replica may answer reads from its own state without asking anybody.
 *
 * <p>Every entry that this leader proposed in its term and saw committed proves that, after the moment of the proposal, a
 * majority heard from it. A majority that heard from a leader grants nobody else its vote for {@link
 * GuardedTransport#VOTE_SILENCE}, so nobody else can have led, nor acknowledged a write, within that time (Ongaro,
 * "Consensus: Bridging Theory and Practice", 6.4.1). The lease is shorter than that silence by a quarter, which is the
 * drift between two servers' clocks that we allow for.
 *
 * <p>Ratis has a lease of its own; it is not used because, once it has run out, Ratis answers at once from an index that
 * was acknowledged at any time before, and because its voters honour it only in the pre-vote.
 *
 * <p>Thread-safe. {@link #isValid} is a volatile read and a comparison.
 */
final class LeaderLease {
    static final Duration LENGTH = GuardedTransport.VOTE_SILENCE.multipliedBy(3).dividedBy(4);

    private static final long NO_TERM = -1;

    private final AtomicLong validUntilNanos;
    private volatile boolean held;
    private long term = NO_TERM;

    LeaderLease() {
        validUntilNanos = new AtomicLong(System.nanoTime());
    }

    boolean isValid() {
        return held && System.nanoTime() - validUntilNanos.get() < 0;
    }

    /** Has less than half of the lease left? Then it is time to prove leadership anew, before readers have to wait. */
    boolean isAging() {
        return System.nanoTime() - validUntilNanos.get() > -LENGTH.toNanos() / 2;
    }

    /** This replica became the leader of a term. The lease starts with the first entry of that term. */
    synchronized void lead(long newTerm) {
        term = newTerm;
    }

    /** An entry was committed that this replica proposed in the given term at the given time. */
    synchronized void prove(long provenTerm, long proposedAtNanos) {
        if (provenTerm != term) {
            return;
        }
        long until = proposedAtNanos + LENGTH.toNanos();
        if (!held || until - validUntilNanos.get() > 0) {
            validUntilNanos.set(until);
        }
        held = true;
    }

    /** Leadership ended, or is about to be handed over. */
    synchronized void revoke() {
        held = false;
        term = NO_TERM;
    }
}
