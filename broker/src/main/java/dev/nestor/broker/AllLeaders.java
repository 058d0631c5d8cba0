package dev.nestor.broker;

import dev.nestor.broker.ClusterException.OutcomeUnknown;
import dev.nestor.protocol.Reply;

/** Raw commands about all keys: asked of all leaders, and the replies joined into one. */
final class AllLeaders {
    private AllLeaders() {}

    static Answer<Reply> run(Invocation invocation, Survey survey, Deadline deadline) throws ClusterException {
        Survey.Result result = survey.ask(invocation, deadline);
        if (result.shares().isEmpty()) {
            throw result.failure();
        }
        if (!invocation.isRead() && !result.missing().isEmpty()) {
            throw new OutcomeUnknown(
                    "Not carried out everywhere: " + result.missing().getFirst().why());
        }
        return result.answer(JoinedReply.of(invocation, result.replies()));
    }
}
