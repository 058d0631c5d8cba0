package dev.nestor.broker;

import dev.nestor.broker.Answer.MissingPartition;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * One question to all leaders. A server answers for the partitions that it leads, so it is asked in the same breath
 * which those are, before and after: only when both agree, its share of the answer counts, and a partition that nobody
 * speaks for, or two do, is asked about again. Safe for use by any thread.
 */
final class Survey {
    private static final Invocation STATUS = Invocation.of("NESTOR.STATUS");

    private final Nodes nodes;
    private final Members members;
    private final ClusterSettings settings;
    private final CountDownLatch end;

    Survey(Nodes nodes, Members members, ClusterSettings settings, CountDownLatch end) {
        this.nodes = nodes;
        this.members = members;
        this.settings = settings;
        this.end = end;
    }

    /** What one server said, and for which partitions. */
    record Share(ServerAddress server, Set<Integer> partitions, Reply reply) {}

    /** What all said. */
    record Result(List<Share> shares, List<MissingPartition> missing) {
        List<Reply> replies() {
            return shares.stream().map(Share::reply).toList();
        }

        List<ServerAddress> servers() {
            return shares.stream().map(Share::server).toList();
        }

        /** Why nobody could speak for any partition. */
        Unavailable failure() {
            if (Thread.currentThread().isInterrupted()) {
                return new Unavailable("Given up: nobody has answered yet");
            }
            return new Unavailable("Not carried out: "
                    + (missing.isEmpty()
                            ? "no server answers"
                            : missing.getFirst().why()));
        }

        <T> Answer<T> answer(T value) {
            return new Answer<>(value, servers(), Optional.empty(), missing, false);
        }
    }

    /**
     * Asks until there is an answer for every partition that can have a leader, or for as long as an election may take.
     * It may be that no partition has one, or that the thread is interrupted before anybody answers.
     *
     * @param deadline by which it ends, whatever servers do
     */
    Result ask(Invocation question, Deadline deadline) throws ClusterException {
        Backoff backoff = new Backoff(Deadline.in(deadline.within(settings.electionPatience())), end);
        Result result;
        do {
            result = askOnce(question, deadline);
        } while (mayGetMore(result) && backoff.pause());
        return result;
    }

    private boolean mayGetMore(Result result) throws ClusterException {
        for (MissingPartition missing : result.missing()) {
            Optional<Partition> partition = members.last().ofSlot(missing.firstSlot());
            if (partition.isPresent() && !members.isLost(partition.get())) {
                return true;
            }
        }
        return false;
    }

    private Result askOnce(Invocation question, Deadline deadline) throws ClusterException {
        List<Share> shares =
                Parallel.map(members.last().addresses(), server -> share(server, question, deadline)).stream()
                        .flatMap(Optional::stream)
                        .filter(share -> !share.partitions().isEmpty())
                        .toList();
        Set<Integer> answered = new HashSet<>();
        List<Share> counted = new ArrayList<>();
        for (Share share : shares) {
            if (share.partitions().stream().noneMatch(answered::contains)) {
                answered.addAll(share.partitions());
                counted.add(share);
            }
        }
        return new Result(counted, missing(answered, deadline));
    }

    /** A server that answers at all may take its time: it may have millions of keys to go through. */
    private Optional<Share> share(ServerAddress server, Invocation question, Deadline deadline) {
        List<Attempt> attempts = nodes.send(
                server,
                Mode.LEADER,
                List.of(STATUS, question, STATUS),
                deadline.within(settings.turn()),
                deadline.left());
        if (attempts.get(0) instanceof Attempt.Answered before
                && attempts.get(1) instanceof Attempt.Answered answer
                && attempts.get(2) instanceof Attempt.Answered after) {
            Set<Integer> partitions = led(before.reply());
            return partitions.equals(led(after.reply()))
                    ? Optional.of(new Share(server, partitions, answer.reply()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The partitions that a server says it leads. */
    private static Set<Integer> led(Reply status) {
        ClusterStatus view = StatusReply.status(status);
        Optional<ServerAddress> self = view.servers().stream()
                .filter(server -> server.id().equals(view.me()))
                .map(ClusterStatus.Server::address)
                .findFirst();
        Set<Integer> led = new HashSet<>();
        for (Partition partition : view.partitions()) {
            if (self.isPresent() && partition.leader().equals(self)) {
                led.add(partition.number());
            }
        }
        return led;
    }

    private List<MissingPartition> missing(Set<Integer> answered, Deadline deadline) throws ClusterException {
        ClusterStatus known = members.last();
        if (answered.size() == known.partitions().size()) {
            return List.of();
        }
        ClusterStatus status = members.now(deadline).orElse(known);
        List<Partition> missing = status.partitions().stream()
                .filter(partition -> !answered.contains(partition.number()))
                .toList();
        Set<ServerAddress> silent = members.silentOf(missing.stream()
                .flatMap(partition -> partition.replicas().stream())
                .distinct()
                .toList());
        return missing.stream()
                .map(partition -> new MissingPartition(
                        partition.number(),
                        partition.firstSlot(),
                        partition.lastSlot(),
                        Members.describe(partition, silent)))
                .toList();
    }
}
