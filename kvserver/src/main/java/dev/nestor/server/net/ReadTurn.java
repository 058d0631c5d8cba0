package dev.nestor.server.net;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.command.Plan;

/** A read that has to wait: for writes in front of it, or for proof that this server leads the partition. */
final class ReadTurn extends PartitionTurn {
    private final Plan.Reader reader;
    private final boolean stale;

    /**
     * @param stale whether it may be answered from a replica that lags behind
     */
    ReadTurn(Connection connection, Request request, int slot, Plan.Reader reader, boolean stale) {
        super(connection, request, slot);
        this.reader = reader;
        this.stale = stale;
    }

    boolean isStale() {
        return stale;
    }

    void read(ServedPartition partition) {
        long nowMillis = connection().service().clock().millis();
        try {
            Reply reply = reader.read(partition.view(), nowMillis);
            connection().looked(reply);
            answer(reply);
        } catch (RuntimeException e) {
            fail(e);
        }
    }
}
