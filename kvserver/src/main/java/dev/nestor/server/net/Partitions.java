package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The partitions as this server serves them. Asked for every request, by any thread; never waits. */
public interface Partitions {
    /** What {@link #number} says before there is a cluster. */
    int NONE = -1;

    /** The number of a slot's partition, whoever holds it; {@link #NONE} as long as there is no cluster. */
    int number(int slot);

    /**
     * The partition of a slot, or null when this server holds no replica of it, or one whose state does not yet
     * have what its log had at the start: what it would show may be long gone.
     */
    @Nullable
    ServedPartition ofSlot(int slot);

    /** The partitions that this server leads, in the order of their slots. */
    List<ServedPartition> led();

    /** The partitions that this server has a replica of, in the order of their slots. */
    List<ServedPartition> held();

    /** What to answer about all of {@link #held} as long as some replica is not there yet, null from then on. */
    @Nullable
    Failure loading();

    /**
     * What to answer for a slot that another server leads: MOVED to it, never to this server itself. Null while this
     * server leads it, or no leader is known.
     */
    @Nullable
    Failure moved(int slot);

    /** What to answer for a slot that nobody is known to lead. */
    Failure leaderless(int slot);
}
