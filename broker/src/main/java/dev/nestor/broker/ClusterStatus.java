package dev.nestor.broker;

import java.util.List;
import java.util.Optional;

/**
 * A cluster as one of its servers sees it.
 *
 * @param state the worst of its partitions, in the server's words; {@code no cluster} when it belongs to none
 * @param me the id of the server that said so
 * @param copies on how many servers each key lives
 * @param servers in the order in which they joined
 * @param partitions in the order of their slots
 */
public record ClusterStatus(
        String state,
        String me,
        String clusterId,
        long epoch,
        int copies,
        List<Server> servers,
        List<Partition> partitions) {
    /** What a server says that belongs to no cluster. */
    static final String NO_CLUSTER = "no cluster";

    /**
     * A server.
     *
     * @param state {@code up}, {@code suspect}, {@code down} or {@code leaving}
     * @param leads how many partitions it leads
     * @param holds of how many partitions it is a replica
     */
    public record Server(String id, ServerAddress address, String state, int leads, int holds) {
        public boolean isUp() {
            return state.equals("up") || state.equals("leaving");
        }
    }

    /**
     * A partition.
     *
     * @param state {@code ok}, {@code degraded}, {@code electing}, {@code no quorum} or {@code down}
     * @param leader who leads it, if anybody is known to
     * @param replicas who holds it, the leader included
     */
    public record Partition(
            int number,
            int firstSlot,
            int lastSlot,
            String state,
            Optional<ServerAddress> leader,
            List<ServerAddress> replicas) {
        public Partition {
            replicas = List.copyOf(replicas);
        }

        public boolean holds(int slot) {
            return firstSlot <= slot && slot <= lastSlot;
        }
    }

    public ClusterStatus {
        servers = List.copyOf(servers);
        partitions = List.copyOf(partitions);
    }

    /** Whether there is a cluster at all. */
    public boolean isFormed() {
        return !state.equals(NO_CLUSTER);
    }

    /** Who holds the keys of a slot; empty when there is no cluster. */
    public Optional<Partition> ofSlot(int slot) {
        return partitions.stream().filter(partition -> partition.holds(slot)).findFirst();
    }

    /** What is known of the server that listens there. */
    public Optional<Server> at(ServerAddress address) {
        return servers.stream()
                .filter(server -> server.address().equals(address))
                .findFirst();
    }

    /** The addresses of all servers. */
    public List<ServerAddress> addresses() {
        return servers.stream().map(Server::address).toList();
    }
}
