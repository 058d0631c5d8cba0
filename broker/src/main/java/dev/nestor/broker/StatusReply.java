package dev.nestor.broker;

import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.ClusterStatus.Server;
import dev.nestor.protocol.Reply;
import java.util.List;

/** Reads what NESTOR.STATUS and NESTOR.LOCATE answer. */
final class StatusReply {
    private StatusReply() {}

    static ClusterStatus status(Reply reply) {
        Fields fields = Fields.of(reply);
        String state = fields.text("state");
        if (state.equals(ClusterStatus.NO_CLUSTER)) {
            return new ClusterStatus(state, fields.text("me"), "", 0, 0, List.of(), List.of());
        }
        return new ClusterStatus(
                state,
                fields.text("me"),
                fields.text("cluster"),
                fields.number("epoch"),
                fields.small("copies"),
                fields.list("servers", StatusReply::server),
                fields.list("partitions", StatusReply::partition));
    }

    private static Server server(Reply reply) {
        Fields fields = Fields.of(reply);
        return new Server(
                fields.text("id"),
                ServerAddress.parse(fields.text("address")),
                fields.text("state"),
                fields.small("leads"),
                fields.small("holds"));
    }

    private static Partition partition(Reply reply) {
        Fields fields = Fields.of(reply);
        List<Long> slots = fields.list("slots", Fields::number);
        return new Partition(
                fields.small("number"),
                Math.toIntExact(slots.getFirst()),
                Math.toIntExact(slots.getLast()),
                fields.text("state"),
                fields.maybe("leader").map(ServerAddress::parse),
                replicas(fields));
    }

    static Location location(Reply reply) {
        Fields fields = Fields.of(reply);
        return new Location(
                fields.small("slot"),
                fields.small("partition"),
                fields.maybe("leader").map(ServerAddress::parse),
                replicas(fields));
    }

    /** Addresses; a server that has left is told by its id, and is none any more. */
    private static List<ServerAddress> replicas(Fields fields) {
        return fields.list("replicas", Fields::text).stream()
                .filter(text -> text.contains(":"))
                .map(ServerAddress::parse)
                .toList();
    }
}
