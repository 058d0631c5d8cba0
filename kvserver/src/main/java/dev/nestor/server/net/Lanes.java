package dev.nestor.server.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A connection's lanes, by the numbers of their partitions. Those of partitions that it never wrote to don't exist. */
final class Lanes {
    private static final @Nullable Lane[] NONE = {};

    private final Connection connection;
    private @Nullable Lane[] lanes = NONE;

    Lanes(Connection connection) {
        this.connection = connection;
    }

    /** Whether nothing of this connection waits for a partition or is under way there. */
    boolean isIdle(ServedPartition partition) {
        int number = partition.number();
        if (number >= lanes.length) {
            return true;
        }
        Lane lane = lanes[number];
        return lane == null || lane.isIdle();
    }

    Lane of(ServedPartition partition) {
        int number = partition.number();
        if (number >= lanes.length) {
            lanes = Arrays.copyOf(lanes, number + 1);
        }
        Lane lane = lanes[number];
        if (lane == null || (lane.isIdle() && !lane.partition().equals(partition))) {
            lane = new Lane(partition, connection);
            lanes[number] = lane;
        }
        return lane;
    }

    /** Starts what can start now. */
    void advance() {
        for (Lane lane : lanes) {
            if (lane != null) {
                lane.advance();
            }
        }
    }

    /** Forgets what has not started. */
    void close() {
        lanes = NONE;
    }
}
