package dev.nestor.server.net;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection's lanes, by the numbers of their partitions. They are made for the first request that has to wait. */
final class Lanes {
    private static final @Nullable Lane[] NONE = {};

    private final Connection connection;
    private @Nullable Lane[] lanes = NONE;

    Lanes(Connection connection) {
        this.connection = connection;
    }

    /** Whether nothing of this connection waits for a partition or is under way there. */
    boolean isIdle(int partition) {
        if (partition >= lanes.length) {
            return true;
        }
        Lane lane = lanes[partition];
        return lane == null || lane.isIdle();
    }

    Lane of(int partition) {
        if (partition >= lanes.length) {
            lanes = Arrays.copyOf(lanes, partition + 1);
        }
        Lane lane = lanes[partition];
        if (lane == null) {
            lane = new Lane(connection);
            lanes[partition] = lane;
        }
        return lane;
    }

    /** Starts what can start now. */
    void advance() {
        forEach(Lane::advance);
    }

    /** Has what waits for a leader tried again when they next advance. */
    void lookAgain() {
        forEach(Lane::lookAgain);
    }

    /** Forgets what has not started. */
    void close() {
        forEach(Lane::close);
        lanes = NONE;
    }

    private void forEach(Consumer<Lane> step) {
        for (Lane lane : lanes) {
            if (lane != null) {
                step.accept(lane);
            }
        }
    }
}
