package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;

/** A request about keys of one partition. */
abstract sealed class PartitionTurn extends Turn permits ReadTurn, WriteTurn {
    private final int slot;

    /**
     * @param slot of its first key, by which clients are sent elsewhere
     */
    PartitionTurn(Connection connection, Request request, int slot) {
        super(connection, request);
        this.slot = slot;
    }

    /** What to answer when this server can't serve its slot. */
    final Failure elsewhere() {
        return connection().service().partitions().elsewhere(slot);
    }
}
