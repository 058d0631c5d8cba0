package dev.nestor.server.raft;

import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.Store;
import dev.nestor.server.store.StoreView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * This server's replica of one partition: its state, and the way into the log that makes all replicas' states the same.
 * Thread-safe.
 */
public final class Partition implements AutoCloseable {
    private final int number;
    private final Store store = new Store();
    private final RaftReplica<Outcome[]> replica;
    private final WriteQueue queue = new WriteQueue();
    private final EntriesUnderWay underWay = new EntriesUnderWay();

    /** How often {@link #send} was called since somebody began to propose; who calls it first does it for all. */
    private final AtomicInteger sendings = new AtomicInteger();

    private final InstantSource clock;

    /** Announces the partition's group to the node; {@link #replica} opens it. */
    public Partition(RaftNode node, UUID group, int number, InstantSource clock) {
        this.number = number;
        this.clock = clock;
        this.replica = node.replica(group, new ReplicatedStore(store));
    }

    public int number() {
        return number;
    }

    public RaftReplica<Outcome[]> replica() {
        return replica;
    }

    /** The state as of the last entry that was applied here. Linearizable only after {@link RaftReplica#mayRead}. */
    public StoreView view() {
        return store.view();
    }

    /**
     * Queues an operation to be applied on all replicas. It is on its way after the next {@link #send} at the latest.
     * Operations of one thread are applied in its order.
     */
    public void write(Operation operation, WriteListener listener) {
        if (!queue.add(operation, listener)) {
            listener.failed(new ProposalException.Overloaded("partition " + number));
        }
    }

    /**
     * Has what is queued proposed: at once, or when entries under way are answered. Doing so once for many
     * operations makes large entries of them.
     */
    public void send() {
        if (sendings.getAndIncrement() > 0) {
            return;
        }
        int calls = 1;
        do {
            proposeQueued();
            calls = sendings.addAndGet(-calls);
        } while (calls > 0);
    }

    /** Stops writing. What is queued is still proposed. */
    @Override
    public void close() {
        queue.close();
        send();
    }

    /** Called by one thread at a time. */
    private void proposeQueued() {
        while (underWay.hasRoom()) {
            WriteBatch batch = queue.poll(underWay.operations());
            if (batch == null) {
                return;
            }
            underWay.add(batch);
            propose(batch);
        }
    }

    private void propose(WriteBatch batch) {
        CompletableFuture<Outcome[]> answer = replica.propose(batch.encode(clock.millis()));
        var _ = answer.whenComplete((outcomes, failure) -> {
            underWay.remove(batch);
            // First, so that the disks have something to do while those who wait are told.
            send();
            batch.settle(outcomes, (ProposalException) failure);
        });
    }

    /** Fits a store to what Raft replicates. */
    private record ReplicatedStore(Store store) implements ReplicatedState<Outcome[]> {
        @Override
        public Outcome[] apply(LogPosition position, ByteBuffer entry) {
            return store.apply(entry);
        }

        @Override
        public Picture freeze() {
            return store.freeze()::writeTo;
        }

        @Override
        public void restore(InputStream snapshot) throws IOException {
            store.restore(snapshot);
        }
    }
}
