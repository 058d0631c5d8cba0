package dev.nestor.broker;

import dev.nestor.broker.ClusterException.OutcomeUnknown;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Sends a request about one slot until somebody answers, the deadline passes, or nobody can know what sending it again
 * would do. Safe for use by any thread.
 */
final class Retries {
    /** What a refusal may take: a server that knows no leader keeps a request for a second before it refuses it. */
    private static final Duration REFUSAL = Duration.ofMillis(1500);

    private final Transport transport;
    private final Nodes nodes;
    private final Members members;
    private final ClusterSettings settings;
    private final CountDownLatch end;

    Retries(Transport transport, Nodes nodes, Members members, ClusterSettings settings, CountDownLatch end) {
        this.transport = transport;
        this.nodes = nodes;
        this.members = members;
        this.settings = settings;
        this.end = end;
    }

    /** One request under way. */
    private final class Run {
        private final Invocation invocation;
        private final int slot;
        private final Repetition repetition;
        private final Deadline deadline;

        /** Whether waiting for the answer is all that can be done once it was sent. */
        private final boolean isAwaited;

        private final Deadline election = Deadline.in(settings.electionPatience());
        private boolean perhapsDone;
        private String why = "";

        Run(Invocation invocation, int slot, Deadline deadline, boolean hasSubstitute) {
            this.invocation = invocation;
            this.slot = slot;
            this.deadline = deadline;
            this.repetition = Repetition.of(invocation);
            this.isAwaited = repetition == Repetition.NEVER && !hasSubstitute;
        }

        Answer<Reply> answer() throws ClusterException {
            Backoff backoff = new Backoff(deadline, end);
            do {
                switch (attempt()) {
                    case Attempt.Answered(Reply reply, ServerAddress server) -> {
                        return answered(reply, server);
                    }
                    case Attempt.NothingDone(String reason) -> why = reason;
                    case Attempt.Unknown(String reason) -> unknown(reason);
                }
                Optional<Answer<Reply>> stale = invocation.isRead() ? stale() : Optional.empty();
                if (stale.isPresent()) {
                    return stale.get();
                }
            } while (backoff.pause() && !isTooLate());
            throw failure();
        }

        /** If the deadline cut off a write that was about to be refused, nobody would know whether it took effect. */
        private boolean isTooLate() {
            return !invocation.isRead() && deadline.left().compareTo(REFUSAL) < 0;
        }

        private Attempt attempt() {
            ServerAddress leader = transport.leader(slot);
            Attempt attempt =
                    nodes.isSilent(leader) ? atAnotherLeader(leader) : await(transport.send(invocation, slot));
            if (!(attempt instanceof Attempt.Answered)) {
                transport.refresh();
            }
            return attempt;
        }

        /** While a server hangs, Lettuce takes seconds to hear of its successor; who holds the partition knows first. */
        private Attempt atAnotherLeader(ServerAddress silent) {
            return members.leader(slot, deadline)
                    .map(leader -> nodes.send(leader, Mode.LEADER, invocation, patience()))
                    .orElseGet(() -> new Attempt.NothingDone(silent + " does not answer"));
        }

        /** A server that gives no sign of life is not waited for as long as one that is only slow. */
        private Attempt await(Transport.Sent sent) {
            Duration turn = deadline.within(settings.turn());
            boolean waits = isAwaited || sent.isAnsweredWithin(turn) || nodes.answers(sent.server(), turn);
            return sent.await(waits ? patience() : Duration.ZERO);
        }

        private Duration patience() {
            return isAwaited ? deadline.left() : deadline.within(Nodes.ATTEMPT);
        }

        private Answer<Reply> answered(Reply reply, ServerAddress server) {
            return new Answer<>(
                    reply,
                    List.of(server),
                    Optional.empty(),
                    List.of(),
                    perhapsDone && repetition == Repetition.SAME_EFFECT);
        }

        private void unknown(String reason) throws OutcomeUnknown {
            why = reason;
            perhapsDone = true;
            if (repetition == Repetition.NEVER) {
                throw outcomeUnknown();
            }
        }

        private ClusterException failure() throws ClusterException {
            if (perhapsDone && !invocation.isRead()) {
                return outcomeUnknown();
            }
            // An interrupted thread can't ask for the reason.
            return Thread.currentThread().isInterrupted()
                    ? new Unavailable("Given up: " + why)
                    : new Unavailable(
                            "Not carried out within " + settings.deadline().toSeconds() + " s: " + reason());
        }

        private OutcomeUnknown outcomeUnknown() {
            return new OutcomeUnknown(
                    "Whether this took effect is not known: " + why + ". Look before you send it again");
        }

        private String reason() throws ClusterException {
            Optional<Partition> leaderless = members.now(Deadline.in(settings.turn()))
                    .flatMap(status -> status.ofSlot(slot))
                    .filter(partition -> partition.leader().isEmpty());
            return leaderless.isPresent() ? members.describe(leaderless.get()) : why;
        }

        /** What a replica knows, if there is nobody to say what holds now. */
        private Optional<Answer<Reply>> stale() throws ClusterException {
            Optional<Partition> partition =
                    members.now(deadline).orElse(members.last()).ofSlot(slot);
            if (partition.isEmpty()) {
                return Optional.empty();
            }
            Set<ServerAddress> silent = members.silentOf(partition.get().replicas());
            if (!election.hasPassed() && !Members.isLost(partition.get(), silent)) {
                return Optional.empty();
            }
            String reason = Members.describe(partition.get(), silent);
            for (ServerAddress replica : partition.get().replicas()) {
                if (nodes.send(replica, Mode.REPLICA, invocation, deadline.within(Nodes.ATTEMPT))
                        instanceof Attempt.Answered(Reply reply, ServerAddress server)) {
                    return Optional.of(new Answer<>(reply, List.of(server), Optional.of(reason), List.of(), false));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The answer, if only an error that would come again.
     *
     * @throws Unavailable if nobody answered until the deadline, and nothing was done
     * @throws OutcomeUnknown if it may have been done
     */
    Answer<Reply> run(Invocation invocation, int slot) throws ClusterException {
        return new Run(invocation, slot, Deadline.in(settings.deadline()), false).answer();
    }

    /**
     * As {@link #run(Invocation, int)}, for a request that is one step of something.
     *
     * @param deadline of all steps
     * @param hasSubstitute whether the caller can do something else when the outcome is not known: then that is said soon
     */
    Answer<Reply> run(Invocation invocation, int slot, Deadline deadline, boolean hasSubstitute)
            throws ClusterException {
        return new Run(invocation, slot, deadline, hasSubstitute).answer();
    }

    /** When something that begins now has to end. */
    Deadline deadline() {
        return Deadline.in(settings.deadline());
    }
}
