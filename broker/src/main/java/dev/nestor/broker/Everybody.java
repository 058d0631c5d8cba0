package dev.nestor.broker;

import dev.nestor.broker.Answer.MissingPartition;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question about all keys, to everybody who can speak for some of them: the leaders, and for each partition that has
 * none a replica, whose answer may be stale. Safe for use by any thread.
 */
final class Everybody {
    private final Survey survey;
    private final Nodes nodes;
    private final Members members;
    private final ClusterSettings settings;

    Everybody(Survey survey, Nodes nodes, Members members, ClusterSettings settings) {
        this.survey = survey;
        this.nodes = nodes;
        this.members = members;
        this.settings = settings;
    }

    /** When something that begins now has to end. */
    Deadline deadline() {
        return Deadline.in(settings.deadline());
    }

    /**
     * What each of them says, errors included.
     *
     * @param question one that may end in {@code SLOT n}
     * @throws ClusterException.Unavailable if nobody says anything
     */
    Answer<List<Reply>> ask(Invocation question, Deadline deadline) throws ClusterException {
        Survey.Result result = survey.ask(question, deadline);
        List<Reply> replies = new ArrayList<>(result.replies());
        List<ServerAddress> servers = new ArrayList<>(result.servers());
        List<MissingPartition> missing = new ArrayList<>();
        Optional<String> staleness = Optional.empty();
        for (MissingPartition partition : result.missing()) {
            Optional<Attempt.Answered> answered = askReplica(partition, question, deadline);
            if (answered.isPresent()) {
                replies.add(answered.get().reply());
                servers.add(answered.get().server());
                staleness = staleness.or(() -> Optional.of(partition.why()));
            } else {
                missing.add(partition);
            }
        }
        if (replies.isEmpty()) {
            throw result.failure();
        }
        return new Answer<>(replies, servers, staleness, missing, false);
    }

    /** What the first replica says that answers; empty if none does. */
    private Optional<Attempt.Answered> askReplica(MissingPartition partition, Invocation question, Deadline deadline) {
        Invocation aboutIt = question.and("SLOT", partition.firstSlot());
        List<ServerAddress> replicas = members.last()
                .ofSlot(partition.firstSlot())
                .map(Partition::replicas)
                .orElse(List.of());
        for (ServerAddress server : replicas) {
            if (nodes.send(server, Mode.REPLICA, aboutIt, deadline.within(Nodes.ATTEMPT))
                    instanceof Attempt.Answered answered) {
                return Optional.of(answered);
            }
        }
        return Optional.empty();
    }
}
