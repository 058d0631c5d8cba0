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

    /** This server is up for itself, and so is everybody of whom the controller says nothing. */
    private State state(ServerEntry entry) {
        long millis = entry.id().equals(member.id()) ? 0 : member.silentMillis(entry.id());
        return millis < SUSPECT_MILLIS ? State.UP : millis < Member.DOWN_MILLIS ? State.SUSPECT : State.DOWN;
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
