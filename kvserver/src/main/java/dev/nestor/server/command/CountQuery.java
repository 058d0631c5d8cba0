package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import java.util.List;
import java.util.Locale;

/**
 * NESTOR.COUNT: how many keys there are, or start with a prefix. As DBSIZE it counts what has expired and is not removed
 * yet.
 *
 * @param slot as {@link Plan.ReadAll} has it
 */
record CountQuery(Bytes prefix, int slot) {
    static CountQuery of(Request request) {
        Bytes prefix = Bytes.EMPTY;
        int slot = Plan.ReadAll.EVERY_SLOT;
        for (int index = 1; index < request.size(); index += 2) {
            if (index + 1 == request.size()) {
                throw Refusal.syntax();
            }
            switch (request.text(index).toUpperCase(Locale.ROOT)) {
                case "PREFIX" -> prefix = Bytes.wrap(request.argument(index + 1));
                case "SLOT" -> slot = Arguments.slot(request, index + 1);
                default -> throw Refusal.syntax();
            }
        }
        return new CountQuery(prefix, slot);
    }

    Reply reply(List<PartitionView> partitions, long nowMillis) {
        return new Reply.Int(partitions.stream()
                .mapToLong(partition -> partition.view().records().countPrefix(prefix.array()))
                .sum());
    }
}
