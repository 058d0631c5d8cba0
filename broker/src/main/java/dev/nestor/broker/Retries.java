package dev.nestor.broker;

import dev.nestor.broker.ClusterException.OutcomeUnknown;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Sends a request about one slot until somebody answers, the deadline passes, or nobody can know what sending it again
 * would do. Safe for use by any thread.
 */
final class Retries {
    /** After that long without an answer, the server is taken for dead and another is looked for. */
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

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
        private final Deadline deadline = Deadline.in(settings.deadline());
        private final Deadline election = Deadline.in(settings.electionPatience());
        private boolean perhapsDone;
        private String why = "";

        Run(Invocation invocation, int slot) {
            this.invocation = invocation;
            this.slot = slot;
            this.repetition = Repetition.of(invocation);
        }

        Answer<Reply> answer() throws ClusterException {
            Backoff backoff = new Backoff(deadline, end);
            do {
                switch (transport.send(invocation, slot, patience())) {
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
            } while (backoff.pause());
            throw failure();
        }

        private Duration patience() {
            return repetition == Repetition.NEVER ? deadline.left() : deadline.within(ATTEMPT);
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

        private ClusterException failure() {
            return perhapsDone && !invocation.isRead()
                    ? outcomeUnknown()
                    : new Unavailable(invocation.text(0) + " could not be carried out within "
                            + settings.deadline().toSeconds() + " s: " + reason());
        }

        private OutcomeUnknown outcomeUnknown() {
            return new OutcomeUnknown("Whether " + invocation.text(0) + " took effect is not known: " + why
                    + ". Look before you send it again");
        }

        private String reason() {
            return members.now(Deadline.in(ATTEMPT))
                    .flatMap(status -> status.ofSlot(slot)
                            .filter(partition -> partition.leader().isEmpty())
                            .map(partition -> Members.describe(partition, status)))
                    .orElse(why);
        }

        /** What a replica knows, if there is nobody to say what holds now. */
        private Optional<Answer<Reply>> stale() {
            Optional<ClusterStatus> status = members.now(deadline);
            Optional<Partition> partition =
                    status.or(() -> Optional.of(members.last())).flatMap(known -> known.ofSlot(slot));
            if (partition.isEmpty() || !isLost(partition.get())) {
                return Optional.empty();
            }
            String reason = status.map(known -> Members.describe(partition.get(), known))
                    .orElse(why);
            for (ServerAddress replica : partition.get().replicas()) {
                if (nodes.send(replica, Mode.REPLICA, invocation, deadline.within(ATTEMPT))
                        instanceof Attempt.Answered(Reply reply, ServerAddress server)) {
                    return Optional.of(new Answer<>(reply, List.of(server), Optional.of(reason), List.of(), false));
                }
            }
            return Optional.empty();
        }

        private boolean isLost(Partition partition) {
            return partition.state().equals("no quorum") || election.hasPassed();
        }
    }

    /**
     * The answer, if only an error that would come again.
     *
     * @throws Unavailable if nobody answered until the deadline, and nothing was done
     * @throws OutcomeUnknown if it may have been done
     */
    Answer<Reply> run(Invocation invocation, int slot) throws ClusterException {
        return new Run(invocation, slot).answer();
    }
}
