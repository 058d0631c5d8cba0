package dev.nestor.server.raft;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.apache.ratis.util.function.CheckedSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a voter silent for a while after it heard from a leader, which is what a {@link LeaderLease} relies on. Ratis
 * withholds pre-votes in that time, but not the vote itself: a candidate that was granted its pre-vote just before the
 * leader came back would still be elected.
 *
 * <p>A server that just started can't know whom it heard before, so it is silent at first as well.
 *
 * <p>Thread-safe. Voting and hearing exclude each other per group: whatever is heard before a vote silences it, and
 * whatever comes after a vote is of an older term and refused by Ratis.
 */
final class VoteGuard {
    private final long silenceNanos;
    private final LongSupplier nanoClock;
    private final long startedAtNanos;
    private final ConcurrentMap<Object, Ear> ears = new ConcurrentHashMap<>();

    VoteGuard(Duration silence, LongSupplier nanoClock) {
        this.silenceNanos = silence.toNanos();
        this.nanoClock = nanoClock;
        this.startedAtNanos = nanoClock.getAsLong();
    }

    /** A message of the group's leader came in. Call before it takes effect. */
    void hear(Object group) {
        Ear ear = ear(group);
        synchronized (ear) {
            ear.heardAtNanos = nanoClock.getAsLong();
        }
    }

    /** Votes, unless this server must still be silent: then the answer is null. */
    <V, E extends Exception> @Nullable V vote(Object group, CheckedSupplier<V, E> vote) throws E {
        Ear ear = ear(group);
        synchronized (ear) {
            boolean silent = nanoClock.getAsLong() - ear.heardAtNanos < silenceNanos;
            return silent ? null : vote.get();
        }
    }

    private Ear ear(Object group) {
        return ears.computeIfAbsent(group, _ -> new Ear(startedAtNanos));
    }

    private static final class Ear {
        private long heardAtNanos;

        Ear(long heardAtNanos) {
            this.heardAtNanos = heardAtNanos;
        }
    }
}
