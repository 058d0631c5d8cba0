package dev.nestor.server.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.server.command.ClusterFacts.Partition;
import dev.nestor.server.command.ClusterFacts.Server;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cluster in Nestor's own words: NESTOR.STATUS and NESTOR.LOCATE. Servers are told by their addresses. */
final class StatusReplies {
    private final ClusterFacts cluster;

    StatusReplies(ClusterFacts cluster) {
        this.cluster = cluster;
    }

    /** Where the keys of a slot are, whether or not there are any. */
    Reply locate(int slot) {
        ClusterFacts.Map map = cluster.map();
        if (map == null) {
            return Failure.clusterDown("This server belongs to no cluster yet");
        }
        Partition partition = map.partitions().stream()
                .filter(candidate -> candidate.firstSlot() <= slot && slot <= candidate.lastSlot())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no partition holds slot " + slot));
        Map<String, Server> servers = byId(map);
        return new ReplyMap()
                .put("slot", slot)
                .put("partition", partition.number())
                .put("leader", leader(partition, servers))
                .put("replicas", replicas(partition, servers))
                .reply();
    }

    private static Map<String, Server> byId(ClusterFacts.Map map) {
        return map.servers().stream().collect(Collectors.toMap(Server::id, Function.identity()));
    }

    private static Reply leader(Partition partition, Map<String, Server> servers) {
        Server leader = partition.leader() == null ? null : servers.get(partition.leader());
        return leader == null ? Reply.NIL : Reply.bulk(leader.address());
    }

    private static Reply replicas(Partition partition, Map<String, Server> servers) {
        return array(partition.replicas(), id -> {
            Server server = servers.get(id);
            return Reply.bulk(server == null ? id : server.address());
        });
    }

    /** How every server and every partition is. */
    Reply status() {
        ClusterFacts.Map map = cluster.map();
        return map == null ? alone() : status(map);
    }

    private Reply alone() {
        return new ReplyMap()
                .put("state", "no cluster")
                .put("me", cluster.me().id())
                .put("servers", Reply.EMPTY_ARRAY)
                .put("partitions", Reply.EMPTY_ARRAY)
                .reply();
    }

    private Reply status(ClusterFacts.Map map) {
        Map<String, Server> servers = byId(map);
        Health worst = map.partitions().stream()
                .map(partition -> Health.of(partition, servers, map.copies()))
                .max(Comparator.naturalOrder())
                .orElse(Health.OK);
        return new ReplyMap()
                .put("state", worst.word())
                .put("me", cluster.me().id())
                .put("cluster", map.clusterId())
                .put("epoch", map.epoch())
                .put("copies", map.copies())
                .put("servers", array(map.servers(), server -> server(server, map)))
                .put("partitions", array(map.partitions(), partition -> partition(partition, servers, map.copies())))
                .reply();
    }

    private static <T> Reply array(List<T> items, Function<T, Reply> reply) {
        return new Reply.Array(items.stream().map(reply).toList());
    }

    private static Reply server(Server server, ClusterFacts.Map map) {
        return new ReplyMap()
                .put("id", server.id())
                .put("address", server.address())
                .put("state", server.state().name().toLowerCase(Locale.ROOT))
                .put("leads", count(map, partition -> server.id().equals(partition.leader())))
                .put("holds", count(map, partition -> partition.replicas().contains(server.id())))
                .reply();
    }

    private static long count(ClusterFacts.Map map, Predicate<Partition> wanted) {
        return map.partitions().stream().filter(wanted).count();
    }

    private static Reply partition(Partition partition, Map<String, Server> servers, int copies) {
        return new ReplyMap()
                .put("number", partition.number())
                .put("slots", Reply.array(new Reply.Int(partition.firstSlot()), new Reply.Int(partition.lastSlot())))
                .put("state", Health.of(partition, servers, copies).word())
                .put("leader", leader(partition, servers))
                .put("replicas", replicas(partition, servers))
                .reply();
    }
}
