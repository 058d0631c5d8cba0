package dev.nestor.broker;

import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The servers of a cluster, and what they say about it. Safe for use by any thread. */
final class Members {
    private static final Invocation STATUS = Invocation.of("NESTOR.STATUS");

    private final Nodes nodes;
    private final Duration turn;
    private volatile ClusterStatus last;

    /**
     * @param turn how long one server is waited for before the next is asked
     * @param first what is known so far
     */
    Members(Nodes nodes, Duration turn, ClusterStatus first) {
        this.nodes = nodes;
        this.turn = turn;
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
                    ask(nodes, server, deadline.within(turn)).filter(ClusterStatus::isFormed);
            if (status.isPresent()) {
                last = status.get();
                return status;
            }
        }
        return Optional.empty();
    }

    /**
     * Who leads a slot, by the word of a server that holds it. The others learn of a new leader from the controller, and
     * not as long as that one hangs. Empty if none of them knows one that answers.
     */
    Optional<ServerAddress> leader(int slot, Deadline deadline) {
        for (ServerAddress holder : last.ofSlot(slot).map(Partition::replicas).orElse(List.of())) {
            Optional<ServerAddress> leader = ask(nodes, holder, deadline.within(turn))
                    .flatMap(status -> status.ofSlot(slot))
                    .flatMap(Partition::leader)
                    .filter(found -> !nodes.isSilent(found));
            if (leader.isPresent()) {
                return leader;
            }
        }
        return Optional.empty();
    }

    /** Whether so few servers of a partition answer that it can't have a leader. */
    boolean isLost(Partition partition) throws ClusterException {
        return isLost(partition, silentOf(partition.replicas()));
    }

    /** @param silent who of its servers does not answer, and perhaps others */
    static boolean isLost(Partition partition, Set<ServerAddress> silent) {
        long live = partition.replicas().stream()
                .filter(server -> !silent.contains(server))
                .count();
        return 2 * live <= partition.replicas().size();
    }

    /**
     * Which of these servers don't answer. What servers say of each other counts less: one that is left alone doesn't
     * know better.
     */
    Set<ServerAddress> silentOf(List<ServerAddress> servers) throws ClusterException {
        List<Boolean> answers = Parallel.map(servers, server -> nodes.answers(server, turn));
        return IntStream.range(0, servers.size())
                .filter(index -> !answers.get(index))
                .mapToObj(servers::get)
                .collect(Collectors.toSet());
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

    /** What is wrong with a partition that gives no answer, in words for people. */
    String describe(Partition partition) throws ClusterException {
        return describe(partition, silentOf(partition.replicas()));
    }

    /** @param silent who of its servers does not answer, and perhaps others */
    static String describe(Partition partition, Set<ServerAddress> silent) {
        Map<String, List<String>> replicas = partition.replicas().stream()
                .collect(Collectors.groupingBy(
                        replica -> silent.contains(replica) ? "silent" : "up",
                        TreeMap::new,
                        Collectors.mapping(ServerAddress::toString, Collectors.toList())));
        return "partition " + partition.number() + " (slots " + partition.firstSlot() + "-" + partition.lastSlot() + ")"
                + (isLost(partition, silent) ? " has no leader" : " is electing a leader")
                + replicas.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                        .collect(Collectors.joining("; ", " (", ")"));
    }
}
