package dev.nestor.server.net;

import dev.nestor.protocol.Request;
import org.jspecify.annotations.Nullable;

/** A request about keys of one partition. */
abstract sealed class PartitionTurn extends Turn permits ReadTurn, WriteTurn {
    private final int slot;
    private long ticket;

    /** What {@link Parking} counts it for while it waits for a leader. */
    private long parkedBytes;

    private boolean hasWaited;
    private long waitsSinceNanos;

    /**
     * @param slot of its first key, by which clients are sent elsewhere
     */
    PartitionTurn(Connection connection, Request request, int slot) {
        super(connection, request);
        this.slot = slot;
    }

    final int slot() {
        return slot;
    }

    /** Its number among those of its lane. */
    final long ticket() {
        return ticket;
    }

    final void number(long taken) {
        ticket = taken;
    }

    /** The partition as it is served here now, or null when this server holds no replica of it. */
    final @Nullable ServedPartition partition() {
        return connection().service().partitions().ofSlot(slot);
    }

    final long parkedBytes() {
        return parkedBytes;
    }

    final void park(long bytes) {
        parkedBytes = bytes;
    }

    /** Whether it has waited for a leader for so long, all in all. The first call begins the time. */
    final boolean hasWaitedFor(long nanos, long nowNanos) {
        if (!hasWaited) {
            hasWaited = true;
            waitsSinceNanos = nowNanos;
        }
        return nowNanos - waitsSinceNanos >= nanos;
    }
}
