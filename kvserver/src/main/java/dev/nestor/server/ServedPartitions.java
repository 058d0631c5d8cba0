package dev.nestor.server;

import dev.nestor.protocol.Failure;
import dev.nestor.server.cluster.ClusterMap;
import dev.nestor.server.cluster.Member;
import dev.nestor.server.cluster.PartitionEntry;
import dev.nestor.server.cluster.ServerEntry;
import dev.nestor.server.net.Partitions;
import dev.nestor.server.net.ServedPartition;
import dev.nestor.server.raft.Partition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The partitions that this server holds, as connections see them, and where all others are. */
final class ServedPartitions implements Partitions {
    private static final Failure NO_CLUSTER =
            Failure.clusterDown("this server belongs to no cluster yet: NESTOR.CREATE forms one");

    private static final Failure LOADING =
            new Failure("LOADING", "This server has started, and does not have all of its data yet");

    private final Member member;
    private final DiskSpace space;
    private final Map<Integer, ServedReplica> served = new ConcurrentHashMap<>();

    ServedPartitions(Member member, DiskSpace space) {
        this.member = member;
        this.space = space;
    }

    @Override
    public int number(int slot) {
        ClusterMap map = member.map();
        return map == null ? NONE : map.ofSlot(slot).number();
    }

    @Override
    public @Nullable ServedPartition ofSlot(int slot) {
        ClusterMap map = member.map();
        return map == null ? null : replica(map.ofSlot(slot));
    }

    @Override
    public List<ServedPartition> led() {
        return held().stream().filter(ServedPartition::leads).toList();
    }

    @Override
    public List<ServedPartition> held() {
        ClusterMap map = member.map();
        if (map == null) {
            return List.of();
        }
        return map.heldBy(member.id()).stream()
                .map(this::replica)
                .filter(java.util.Objects::nonNull)
                .map(ServedPartition.class::cast)
                .toList();
    }

    @Override
    public @Nullable Failure loading() {
        if (member.map() == null) {
            return NO_CLUSTER;
        }
        return member.isLoading() ? LOADING : null;
    }

    @Override
    public @Nullable Failure moved(int slot) {
        ClusterMap map = member.map();
        return map == null
                ? null
                : member.leader(map.ofSlot(slot).number())
                        .filter(id -> !id.equals(member.id()))
                        .flatMap(map::server)
                        .map(server -> Failure.moved(slot, server.host(), server.port()))
                        .orElse(null);
    }

    @Override
    public Failure leaderless(int slot) {
        ClusterMap map = member.map();
        if (map == null) {
            return NO_CLUSTER;
        }
        PartitionEntry partition = map.ofSlot(slot);
        return Failure.clusterDown(String.format(
                Locale.ROOT,
                "partition %d has no leader at the moment, its replicas are on %s",
                partition.number(),
                addresses(map, partition)));
    }

    private @Nullable ServedReplica replica(PartitionEntry entry) {
        ServedReplica known = served.get(entry.number());
        if (known != null) {
            return known;
        }
        Partition held = member.partition(entry.number());
        return held == null || !held.replica().hasRecovered()
                ? null
                : served.computeIfAbsent(entry.number(), _ -> new ServedReplica(held, entry.slots(), space));
    }

    private static String addresses(ClusterMap map, PartitionEntry partition) {
        return String.join(
                ", ",
                partition.replicas().stream()
                        .flatMap(id -> map.server(id).stream())
                        .map(ServerEntry::address)
                        .toList());
    }
}
