package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Slot;
import dev.nestor.server.command.ClusterFacts.Partition;
import dev.nestor.server.command.ClusterFacts.Server;
import dev.nestor.server.command.ClusterFacts.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cluster in the words of Redis Cluster, which knows masters with replicas of their own. Here a server may lead one
 * partition and follow in another: each partition is told as a shard with its leader for master, and a server that
 * leads anything, or nothing at all, as a master.
 */
final class ClusterReplies {
    /** The map of a server that belongs to no cluster. */
    private static final ClusterFacts.Map NOT_YET = new ClusterFacts.Map("", 0, 0, List.of(), List.of());

    private final ClusterFacts cluster;

    ClusterReplies(ClusterFacts cluster) {
        this.cluster = cluster;
    }

    /** CLUSTER SLOTS: each range with its owner and then the other replicas. */
    Reply slots() {
        ClusterFacts.Map map = cluster.map();
        return map == null ? Reply.EMPTY_ARRAY : slots(map);
    }

    private static Reply slots(ClusterFacts.Map map) {
        Map<String, Server> servers = byId(map);
        List<Reply> ranges = new ArrayList<>();
        for (Partition partition : map.partitions()) {
            List<Reply> range = new ArrayList<>();
            range.add(new Reply.Int(partition.firstSlot()));
            range.add(new Reply.Int(partition.lastSlot()));
            ownerFirst(partition, servers).forEach(server -> range.add(slotsNode(server)));
            ranges.add(new Reply.Array(range));
        }
        return new Reply.Array(ranges);
    }

    private static Reply slotsNode(Server server) {
        return Reply.array(
                Reply.bulk(server.host()), new Reply.Int(server.port()), Reply.bulk(server.id()), Reply.EMPTY_ARRAY);
    }

    private static Map<String, Server> byId(ClusterFacts.Map map) {
        Map<String, Server> servers = new LinkedHashMap<>();
        map.servers().forEach(server -> servers.put(server.id(), server));
        return servers;
    }

    /** Who holds a partition; ids of servers that have left are passed over. */
    private static List<Server> ownerFirst(Partition partition, Map<String, Server> servers) {
        List<Server> holders = new ArrayList<>();
        for (String id : partition.replicas()) {
            Server server = servers.get(id);
            if (server != null) {
                holders.add(id.equals(partition.owner()) ? 0 : holders.size(), server);
            }
        }
        return holders;
    }

    /** CLUSTER SHARDS: each partition as a shard. */
    Reply shards() {
        ClusterFacts.Map map = cluster.map();
        if (map == null) {
            return Reply.EMPTY_ARRAY;
        }
        Map<String, Server> servers = byId(map);
        return new Reply.Array(map.partitions().stream()
                .map(partition -> shard(partition, servers))
                .toList());
    }

    private static Reply shard(Partition partition, Map<String, Server> servers) {
        List<Reply> nodes = ownerFirst(partition, servers).stream()
                .map(server -> shardNode(server, server.id().equals(partition.owner())))
                .toList();
        return new ReplyMap()
                .put("slots", Reply.array(new Reply.Int(partition.firstSlot()), new Reply.Int(partition.lastSlot())))
                .put("nodes", new Reply.Array(nodes))
                .reply();
    }

    private static Reply shardNode(Server server, boolean owner) {
        return new ReplyMap()
                .put("id", server.id())
                .put("port", server.port())
                .put("ip", server.host())
                .put("endpoint", server.host())
                .put("role", owner ? "master" : "replica")
                .put("replication-offset", 0)
                .put("health", isUp(server) ? "online" : "failed")
                .reply();
    }

    private static boolean isUp(Server server) {
        return switch (server.state()) {
            case UP, LEAVING -> true;
            case SUSPECT, DOWN -> false;
        };
    }

    /** CLUSTER NODES: a line for each server, with the slots that it owns. */
    Reply nodes() {
        ClusterFacts.Map map = cluster.map();
        String lines = map == null
                ? line(cluster.me(), NOT_YET)
                : map.servers().stream().map(server -> line(server, map)).collect(Collectors.joining());
        return new Reply.Verbatim("txt", lines);
    }

    private String line(Server server, ClusterFacts.Map map) {
        String flags = (server.id().equals(cluster.me().id()) ? "myself,master" : "master") + failure(server.state());
        return String.format(
                Locale.ROOT,
                "%s %s@%d %s - 0 0 %d %s%s\n",
                server.id(),
                server.address(),
                server.busPort(),
                flags,
                map.epoch(),
                isUp(server) ? "connected" : "disconnected",
                ownedSlots(server, map));
    }

    private static String failure(State state) {
        return switch (state) {
            case UP, LEAVING -> "";
            case SUSPECT -> ",fail?";
            case DOWN -> ",fail";
        };
    }

    private static String ownedSlots(Server server, ClusterFacts.Map map) {
        return map.partitions().stream()
                .filter(partition -> server.id().equals(partition.owner()))
                .map(partition -> " " + partition.firstSlot() + "-" + partition.lastSlot())
                .collect(Collectors.joining());
    }

    /** CLUSTER INFO. The state is ok when every slot has a leader. */
    Reply info() {
        ClusterFacts.Map map = cluster.map();
        InfoText text = new InfoText();
        long assigned = map == null ? 0 : Slot.COUNT;
        long led = map == null ? 0 : ledSlots(map);
        text.field("cluster_enabled", 1)
                .field("cluster_state", led == Slot.COUNT ? "ok" : "fail")
                .field("cluster_slots_assigned", assigned)
                .field("cluster_slots_ok", led)
                .field("cluster_slots_pfail", 0)
                .field("cluster_slots_fail", assigned - led)
                .field("cluster_known_nodes", map == null ? 1 : map.servers().size())
                .field("cluster_size", map == null ? 0 : leaders(map))
                .field("cluster_current_epoch", epoch(map))
                .field("cluster_my_epoch", epoch(map));
        return new Reply.Verbatim("txt", text.toString());
    }

    private static long ledSlots(ClusterFacts.Map map) {
        return map.partitions().stream()
                .filter(partition -> partition.leader() != null)
                .mapToLong(partition -> partition.lastSlot() - partition.firstSlot() + 1)
                .sum();
    }

    private static long leaders(ClusterFacts.Map map) {
        return map.partitions().stream()
                .map(Partition::leader)
                .filter(leader -> leader != null)
                .distinct()
                .count();
    }

    private static long epoch(ClusterFacts.@Nullable Map map) {
        return map == null ? 0 : map.epoch();
    }
}
