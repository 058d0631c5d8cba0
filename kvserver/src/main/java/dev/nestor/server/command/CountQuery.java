package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import java.util.List;
import java.util.Locale;

/** NESTOR.COUNT: how many keys there are, or start with a prefix. */
record CountQuery(Bytes prefix, Scope scope) {
    static CountQuery of(Request request) {
        Bytes prefix = Bytes.EMPTY;
        Scope scope = Scope.ALL;
        for (int index = 1; index < request.size(); index += 2) {
            if (index + 1 == request.size()) {
                throw Refusal.syntax();
            }
            switch (request.text(index).toUpperCase(Locale.ROOT)) {
                case "PREFIX" -> prefix = Bytes.wrap(request.argument(index + 1));
                case "SLOT" -> scope = Scope.parse(request, index + 1);
                default -> throw Refusal.syntax();
            }
        }
        return new CountQuery(prefix, scope);
    }

    Reply reply(List<PartitionView> partitions, long nowMillis) {
        return scope.reply(partitions, nowMillis, (asked, _) -> sum(asked));
    }

    private Reply sum(List<PartitionView> partitions) {
        return new Reply.Int(partitions.stream()
                .mapToLong(partition -> partition.view().records().countPrefix(prefix.array()))
                .sum());
    }
}
