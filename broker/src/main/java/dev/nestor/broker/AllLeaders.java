package dev.nestor.broker;

import dev.nestor.broker.ClusterException.OutcomeUnknown;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Raw commands about all keys: asked of all leaders, and the replies joined into one. */
final class AllLeaders {
    private AllLeaders() {}

    static Answer<Reply> run(Invocation invocation, Survey survey) throws ClusterException {
        Survey.Result result = survey.ask(invocation);
        if (result.shares().isEmpty()) {
            throw result.failure();
        }
        if (!invocation.isRead() && !result.missing().isEmpty()) {
            throw new OutcomeUnknown(
                    "Not carried out everywhere: " + result.missing().getFirst().why());
        }
        return result.answer(joined(invocation, result.replies()));
    }

    /** One reply for all of them: the first error, or what they come to together. */
    static Reply joined(Invocation invocation, List<Reply> replies) {
        Optional<Reply> refusal =
                replies.stream().filter(Failure.class::isInstance).findFirst();
        return refusal.orElseGet(() -> switch (invocation.name()) {
            case "dbsize", "nestor.count" ->
                new Reply.Int(replies.stream().mapToLong(Fields::number).sum());
            case "keys" -> sorted(replies);
            case "randomkey" -> any(replies);
            default -> replies.getFirst();
        });
    }

    private static Reply sorted(List<Reply> replies) {
        return new Reply.Array(replies.stream()
                .flatMap(reply -> Fields.items(reply).stream())
                .sorted(Comparator.comparing(key -> Key.of(Fields.text(key))))
                .toList());
    }

    private static Reply any(List<Reply> replies) {
        List<Reply> keys = new ArrayList<>(replies);
        keys.removeIf(Reply.NIL::equals);
        return keys.isEmpty() ? Reply.NIL : keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
    }
}
