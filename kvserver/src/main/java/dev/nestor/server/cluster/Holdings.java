package dev.nestor.server.cluster;

import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.RaftMember;
import dev.nestor.server.raft.RaftNode;
import dev.nestor.server.raft.RaftReplica;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What of the cluster this server holds: replicas of partitions and, on some servers, of the map itself. */
final class Holdings implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Holdings.class);

    private final RaftNode node;
    private final ServerFolder folder;
    private final InstantSource clock;
    private final MetaState metaState;
    private final Map<Integer, Partition> announced = new ConcurrentSkipListMap<>();
    private final Map<Integer, Partition> opened = new ConcurrentSkipListMap<>();
    private @Nullable RaftReplica<Boolean> announcedMeta;
    private volatile @Nullable RaftReplica<Boolean> meta;

    Holdings(RaftNode node, ServerFolder folder, InstantSource clock, Consumer<ClusterMap> mapListener) {
        this.node = node;
        this.folder = folder;
        this.clock = clock;
        this.metaState = new MetaState(mapListener);
    }

    /** The partitions held here, by number. */
    Collection<Partition> partitions() {
        return opened.values();
    }

    @Nullable
    Partition partition(int number) {
        return opened.get(number);
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
        if (isMetaMember(map) && announcedMeta == null) {
            announcedMeta = node.replica(map.metaGroup(), metaState);
        }
        for (PartitionEntry entry : map.heldBy(folder.id())) {
            announced.computeIfAbsent(entry.number(), number -> newPartition(map, number));
        }
    }

    private Partition newPartition(ClusterMap map, int number) {
        Partition partition = new Partition(node, map.group(number), number, clock);
        partition
                .replica()
                .onLeaderChange(leader -> log.info(
                        "partition {}: {}",
                        number,
                        leader.isEmpty()
                                ? "no leader"
                                : leader.get().equals(folder.id())
                                        ? "this server leads"
                                        : "leader is " + leader.get()));
        return partition;
    }

    /**
     * Opens the announced groups, those that were never opened here as new ones.
     *
     * @throws IOException if a group can't be opened
     */
    void open(ClusterMap map) throws IOException {
        Set<UUID> known = folder.opened();
        Map<UUID, CompletableFuture<Void>> opening = new HashMap<>();
        RaftReplica<Boolean> keeper = announcedMeta;
        if (keeper != null && !known.contains(keeper.group())) {
            opening.put(keeper.group(), node.open(keeper, members(map.metaMembers())));
        }
        announced.forEach((number, partition) -> {
            RaftReplica<?> replica = partition.replica();
            if (!known.contains(replica.group())) {
                List<String> replicas = map.partitions().get(number).replicas();
                opening.put(replica.group(), node.open(replica, members(servers(map, replicas))));
            }
        });
        try {
            CompletableFuture.allOf(opening.values().toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new IOException("the cluster's groups can't be opened", e.getCause());
        }
        folder.noteOpened(opening.keySet());
        meta = keeper;
        opened.putAll(announced);
    }

    /** A log that was here and is gone would let this server vote twice: such a server must not start. */
    void requireOpenedAreStored() throws IOException {
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
        announced.values().forEach(Partition::close);
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
