package dev.nestor.server.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds what: the servers, the partitions and their replicas. Immutable; a later map has a greater epoch.
 *
 * @param clusterId 40 hexadecimal digits
 * @param epoch counts the changes, from 1
 * @param copies k: on how many servers each key lives
 * @param servers in the order in which they joined
 * @param partitions by number
 */
public record ClusterMap(
        String clusterId, long epoch, int copies, List<ServerEntry> servers, List<PartitionEntry> partitions) {
    /** The greatest number of servers that keep the map itself. */
    static final int META_MEMBERS_MAX = 5;

    public ClusterMap {
        servers = List.copyOf(servers);
        partitions = List.copyOf(partitions);
    }

    /** The first map of a cluster: a pure function of the arguments. */
    static ClusterMap first(String clusterId, int copies, int partitions, List<ServerEntry> servers) {
        List<String> ids = servers.stream().map(ServerEntry::id).toList();
        List<List<String>> replicas = Placement.draw(ids, partitions, copies, clusterId.hashCode());
        List<PartitionEntry> entries = new ArrayList<>();
        for (int number = 0; number < partitions; number++) {
            entries.add(new PartitionEntry(number, SlotRange.of(number, partitions), replicas.get(number)));
        }
        return new ClusterMap(clusterId, 1, copies, servers, entries);
    }

    /** The partition that a slot belongs to. */
    public PartitionEntry ofSlot(int slot) {
        int guess = (int) ((long) slot * partitions.size() / SlotRange.SLOTS);
        while (slot > partitions.get(guess).slots().last()) {
            guess++;
        }
        while (slot < partitions.get(guess).slots().first()) {
            guess--;
        }
        return partitions.get(guess);
    }

    public Optional<ServerEntry> server(String id) {
        return servers.stream().filter(server -> server.id().equals(id)).findFirst();
    }

    /** The servers that keep the map. */
    public List<ServerEntry> metaMembers() {
        return servers.subList(0, Math.min(META_MEMBERS_MAX, servers.size()));
    }

    /** The partitions that a server holds. */
    public List<PartitionEntry> heldBy(String server) {
        return partitions.stream()
                .filter(partition -> partition.replicas().contains(server))
                .toList();
    }

    /** The Raft group of a partition. */
    public UUID group(int partition) {
        return UUID.nameUUIDFromBytes((clusterId + "/partition/" + partition).getBytes(StandardCharsets.UTF_8));
    }

    /** The Raft group that keeps the map. */
    public UUID metaGroup() {
        return UUID.nameUUIDFromBytes((clusterId + "/meta").getBytes(StandardCharsets.UTF_8));
    }
}
