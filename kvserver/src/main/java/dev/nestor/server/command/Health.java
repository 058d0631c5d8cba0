package dev.nestor.server.command;

import dev.nestor.server.command.ClusterFacts.Partition;
import dev.nestor.server.command.ClusterFacts.Server;
import dev.nestor.server.command.ClusterFacts.State;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a partition is, from well to worst. */
enum Health {
    /** It has a leader, and as many live replicas as it should. */
    OK,
    /** It has a leader, but too few live replicas. */
    DEGRADED,
    /** It has no leader, and enough live replicas to elect one. */
    ELECTING,
    /** Too few replicas are alive to write; what is there can be read, marked stale. */
    NO_QUORUM,
    /** No replica is alive. */
    DOWN;

    /**
     * The health of a partition.
     *
     * @param servers by id
     * @param copies how many replicas it should have
     */
    static Health of(Partition partition, Map<String, Server> servers, int copies) {
        long live = partition.replicas().stream()
                .filter(id -> isLive(servers.get(id)))
                .count();
        if (live == 0) {
            return DOWN;
        }
        if (live * 2 <= partition.replicas().size()) {
            return NO_QUORUM;
        }
        if (partition.leader() == null) {
            return ELECTING;
        }
        return live < copies ? DEGRADED : OK;
    }

    private static boolean isLive(@Nullable Server server) {
        return server != null && (server.state() == State.UP || server.state() == State.LEAVING);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
