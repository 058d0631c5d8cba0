package dev.nestor.broker;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One reply for those of several servers, each of which knows a part of the keys. */
final class JoinedReply {
    private JoinedReply() {}

    /** The first error, or what they come to together. */
    static Reply of(Invocation invocation, List<Reply> replies) {
        Optional<Reply> refusal =
                replies.stream().filter(Failure.class::isInstance).findFirst();
        return refusal.orElseGet(() -> switch (invocation.name()) {
            case "nestor.count" ->
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
