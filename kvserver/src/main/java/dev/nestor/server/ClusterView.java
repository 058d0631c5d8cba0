package dev.nestor.server;

import dev.nestor.server.cluster.ClusterMap;
import dev.nestor.server.cluster.Member;
import dev.nestor.server.cluster.PartitionEntry;
import dev.nestor.server.cluster.ServerEntry;
import dev.nestor.server.command.ClusterFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cluster as commands tell it. */
final class ClusterView implements ClusterFacts {
    private static final long SUSPECT_MILLIS = 2_000;
    private static final long DOWN_MILLIS = 10_000;

    private final Member member;
    private final ServerEntry self;

    /**
     * The view of one server.
     *
     * @param self how this server was started; the map may know it under another address
     */
    ClusterView(Member member, ServerEntry self) {
        this.member = member;
        this.self = self;
    }

    @Override
    public Server me() {
        ClusterMap map = member.map();
        return server(map == null ? self : map.server(self.id()).orElse(self));
    }

    @Override
    public @Nullable Map map() {
        ClusterMap map = member.map();
        if (map == null) {
            return null;
        }
        List<Server> servers = map.servers().stream().map(this::server).toList();
        List<Partition> partitions =
                map.partitions().stream().map(this::partition).toList();
        return new Map(map.clusterId(), map.epoch(), map.copies(), servers, partitions);
    }

    private Server server(ServerEntry entry) {
        return new Server(
                entry.id(), entry.host(), entry.port(), entry.port() + ServerEntry.RAFT_PORT_OFFSET, state(entry));
    }

    /** This server is up for itself, and so is everybody as long as nothing was heard from the controller. */
    private State state(ServerEntry entry) {
        java.util.Map<String, Long> silent = member.silentMillis();
        if (entry.id().equals(member.id()) || silent.isEmpty()) {
            return State.UP;
        }
        long millis = silent.getOrDefault(entry.id(), Long.MAX_VALUE);
        return millis < SUSPECT_MILLIS ? State.UP : millis < DOWN_MILLIS ? State.SUSPECT : State.DOWN;
    }

    private Partition partition(PartitionEntry entry) {
        return new Partition(
                entry.number(),
                entry.slots().first(),
                entry.slots().last(),
                member.leader(entry.number()).orElse(null),
                entry.replicas());
    }
}
