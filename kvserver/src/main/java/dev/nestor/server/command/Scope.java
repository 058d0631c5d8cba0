package dev.nestor.server.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.Slot;
import java.util.List;
import java.util.Locale;

/**
 * Which of a server's partitions a question is about: all of them, or with {@code SLOT n} the one that has this slot. A
 * client that asks a replica about a partition without a leader wants to hear of that one alone.
 */
record Scope(int slot) {
    private static final int EVERY_SLOT = -1;

    static final Scope ALL = new Scope(EVERY_SLOT);

    /** The scope that the word behind {@code SLOT} says. */
    static Scope parse(Request request, int index) {
        if (index == request.size()) {
            throw Refusal.syntax();
        }
        long slot = Arguments.integer(request, index);
        if (slot < 0 || slot >= Slot.COUNT) {
            throw Refusal.of(String.format(Locale.ROOT, "SLOT must be 0 to %d, not %d", Slot.COUNT - 1, slot));
        }
        return new Scope((int) slot);
    }

    /** What the reader says of the partitions in question, or that this server can't speak for the one. */
    Reply reply(List<PartitionView> partitions, long nowMillis, Plan.AllReader reader) {
        if (slot == EVERY_SLOT) {
            return reader.read(partitions, nowMillis);
        }
        return partitions.stream()
                .filter(partition -> partition.holds(slot))
                .findFirst()
                .map(partition -> reader.read(List.of(partition), nowMillis))
                .orElseGet(() -> Failure.clusterDown("this server does not answer for slot " + slot));
    }
}
