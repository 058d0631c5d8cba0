package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The partitions as this server serves them. Asked for every request, by any thread; never waits. */
public interface Partitions {
    /** The partition of a slot, or null when this server holds no replica of it. */
    @Nullable
    ServedPartition ofSlot(int slot);

    /** The partitions that this server leads, in the order of their slots. */
    List<ServedPartition> led();

    /** The partitions that this server has a replica of, in the order of their slots. */
    List<ServedPartition> held();

    /**
     * What to answer for a slot that this server can't serve now: MOVED to the leader, never to this server itself, or
     * CLUSTERDOWN while no leader is known or there is no cluster.
     */
    Failure elsewhere(int slot);
}
