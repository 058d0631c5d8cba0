package dev.nestor.broker;

import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The servers of a cluster, and what they say about it. Safe for use by any thread. */
final class Members {
    /** How long one server is waited for before the next is asked. */
    private static final Duration TURN = Duration.ofMillis(700);

    private static final Invocation STATUS = Invocation.of("NESTOR.STATUS");

    private final Nodes nodes;
    private volatile ClusterStatus last;

    /**
     * @param first what is known so far
     */
    Members(Nodes nodes, ClusterStatus first) {
        this.nodes = nodes;
        this.last = first;
    }

    /** What one server says about the cluster; empty if it does not answer. */
    static Optional<ClusterStatus> ask(Nodes nodes, ServerAddress server, Duration timeout) {
        Attempt attempt = nodes.send(server, Mode.LEADER, STATUS, timeout);
        return attempt instanceof Attempt.Answered answered && !(answered.reply() instanceof Failure)
                ? Optional.of(StatusReply.status(answered.reply()))
                : Optional.empty();
    }

    /** What the first server says that answers; empty if none does. */
    Optional<ClusterStatus> now(Deadline deadline) {
        for (ServerAddress server : askedFirst()) {
            Optional<ClusterStatus> status =
                    ask(nodes, server, deadline.within(TURN)).filter(ClusterStatus::isFormed);
            if (status.isPresent()) {
                last = status.get();
                return status;
            }
        }
        return Optional.empty();
    }

    /** What was known last. */
    ClusterStatus last() {
        return last;
    }

    /** The one that answered last before those that did not. */
    private List<ServerAddress> askedFirst() {
        ClusterStatus known = last;
        List<ServerAddress> servers = new ArrayList<>(known.addresses());
        known.servers().stream()
                .filter(server -> server.id().equals(known.me()))
                .findFirst()
                .ifPresent(server -> {
                    servers.remove(server.address());
                    servers.addFirst(server.address());
                });
        return servers;
    }

    /** What is wrong with a partition, in words for people. */
    static String describe(Partition partition, ClusterStatus status) {
        String replicas = partition.replicas().stream()
                .map(replica -> replica + " is "
                        + status.at(replica).map(ClusterStatus.Server::state).orElse("gone"))
                .collect(Collectors.joining(", "));
        return "partition " + partition.number() + " (slots " + partition.firstSlot() + "-" + partition.lastSlot()
                + ") has no leader: " + replicas;
    }
}
