package dev.nestor.server.net;

import dev.nestor.server.store.Operation;
import dev.nestor.server.store.StoreView;
import java.util.concurrent.CompletableFuture;

/** One partition of which this server has a replica. Safe for use by any thread; nothing here waits. */
public interface ServedPartition {
    /** Its number, from 0; no two partitions share it. */
    int number();

    int firstSlot();

    int lastSlot();

    /** The state that all writes answered so far have led to; on a follower maybe an earlier one. */
    StoreView view();

    /** Whether this server believes to lead it. */
    boolean leads();

    /**
     * Whether no other server can have accepted a write before this call that {@link #view} would not show after it:
     * the leader's lease is valid right now. Takes a few nanoseconds. False on a follower.
     */
    boolean mayRead();

    /**
     * Makes sure of the same by asking the other replicas, when there is no lease. Completes on any thread, and
     * exceptionally when this server does not lead the partition any more or can't find out.
     */
    CompletableFuture<Void> confirmLeadership();

    /**
     * Queues a write behind those queued before, to go on its way after {@link #send} at the latest. The listener is
     * called exactly once, whatever happens, on any thread: of successes in the order in which the writes took effect,
     * which is the caller's; refusals may be told earlier. When it is told of success, {@link #view} shows the write.
     */
    void write(Operation operation, WriteListener listener);

    /** Sends on its way what is queued. To be called once for all that came together: they travel as one. */
    void send();
}
