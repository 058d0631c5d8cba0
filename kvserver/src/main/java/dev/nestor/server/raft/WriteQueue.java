package dev.nestor.server.raft;

import dev.nestor.server.store.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where operations wait for their turn in the log. While entries are under way, whatever comes gathers into the next
 * one: the busier the partition, the larger its entries. Bounded. Thread-safe.
 */
final class WriteQueue {
    /** How many full batches may wait. */
    private static final int BATCHES_MAX = 32;

    private final Deque<WriteBatch> full = new ArrayDeque<>();
    private WriteBatch open = new WriteBatch();
    private boolean closed;

    /** Adds an operation behind all others. False when there is no room; nothing was added then. */
    synchronized boolean add(Operation operation, WriteListener listener) {
        if (closed || full.size() >= BATCHES_MAX) {
            return false;
        }
        open.add(operation, listener);
        if (open.isFull()) {
            full.add(open);
            open = new WriteBatch();
        }
        return true;
    }

    /** Takes the oldest batch; null when nothing waits, or fewer than so many operations and no full batch. */
    synchronized @Nullable WriteBatch poll(int operations) {
        if (!full.isEmpty()) {
            return full.remove();
        }
        if (open.size() == 0 || open.size() < operations) {
            return null;
        }
        WriteBatch batch = open;
        open = new WriteBatch();
        return batch;
    }

    /** Takes no more; what is in it may still be taken. */
    synchronized void close() {
        closed = true;
    }
}
