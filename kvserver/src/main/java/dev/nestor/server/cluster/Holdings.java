package dev.nestor.server.cluster;

import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.RaftMember;
import dev.nestor.server.raft.RaftNode;
import dev.nestor.server.raft.RaftReplica;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of the cluster this server holds: replicas of partitions and, on some servers, of the map itself. */
final class Holdings implements AutoCloseable {
    private final RaftNode node;
    private final ServerFolder folder;
    private final InstantSource clock;
    private final MetaState metaState;
    private final Map<Integer, Partition> partitions = new ConcurrentSkipListMap<>();
    private volatile @Nullable RaftReplica<Boolean> meta;

    Holdings(RaftNode node, ServerFolder folder, InstantSource clock, Consumer<ClusterMap> mapListener) {
        this.node = node;
        this.folder = folder;
        this.clock = clock;
        this.metaState = new MetaState(mapListener);
    }

    /** The partitions held here, by number. */
    Collection<Partition> partitions() {
        return partitions.values();
    }

    @Nullable
    Partition partition(int number) {
        return partitions.get(number);
    }

    /** The replica of the map, null where the map is not kept. */
    @Nullable
    RaftReplica<Boolean> meta() {
        return meta;
    }

    @Nullable
    ClusterMap newestMap() {
        return metaState.map();
    }

    /** Announces all that the map assigns to this server. Before the node starts, or before {@link #open}. */
    void announce(ClusterMap map) {
        if (isMetaMember(map) && meta == null) {
            meta = node.replica(map.metaGroup(), metaState);
        }
        for (PartitionEntry entry : map.heldBy(folder.id())) {
            partitions.computeIfAbsent(entry.number(), number -> new Partition(node, map.group(number), number, clock));
        }
    }

    /**
     * Opens the announced groups that were never opened here.
     *
     * @throws IOException if a group can't be opened
     */
    void open(ClusterMap map) throws IOException {
        Set<UUID> opened = folder.opened();
        RaftReplica<Boolean> keeper = meta;
        if (keeper != null && !opened.contains(keeper.group())) {
            open(keeper, members(map.metaMembers()));
        }
        for (PartitionEntry entry : map.heldBy(folder.id())) {
            Partition partition = partitions.get(entry.number());
            if (partition != null && !opened.contains(partition.replica().group())) {
                open(partition.replica(), members(servers(map, entry.replicas())));
            }
        }
    }

    /** A log that was here and is gone would let this server vote twice: such a server must not start. */
    void requireOpenedAreStored(ClusterMap map) throws IOException {
        Set<UUID> stored = Set.copyOf(RaftNode.storedGroups(folder.raft()));
        for (UUID group : folder.opened()) {
            if (!stored.contains(group)) {
                throw new IOException("the log of group " + group + " is missing from " + folder.raft()
                        + "; restore it, or remove the whole folder and let the server join anew");
            }
        }
    }

    @Override
    public void close() {
        partitions.values().forEach(Partition::close);
    }

    private void open(RaftReplica<?> replica, List<RaftMember> members) throws IOException {
        try {
            node.open(replica, members).join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException("group " + replica.group() + " can't be opened", e.getCause());
        }
        folder.noteOpened(replica.group());
    }

    private boolean isMetaMember(ClusterMap map) {
        return map.metaMembers().stream().anyMatch(server -> server.id().equals(folder.id()));
    }

    private static List<ServerEntry> servers(ClusterMap map, List<String> ids) {
        List<ServerEntry> servers = new ArrayList<>();
        ids.forEach(id -> servers.add(map.server(id).orElseThrow()));
        return servers;
    }

    private static List<RaftMember> members(List<ServerEntry> servers) {
        return servers.stream().map(ServerEntry::toMember).toList();
    }
}
