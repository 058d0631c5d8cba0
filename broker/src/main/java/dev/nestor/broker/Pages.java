package dev.nestor.broker;

import dev.nestor.broker.Answer.MissingPartition;
import dev.nestor.broker.ClusterException.Refused;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a range, a page at a time. Each round asks everybody for the next records, and returns those up to
 * the first key behind which some server may have more. Nothing is remembered between rounds but that key, so leaders
 * may change as they like; keys are spread evenly, so little is fetched twice.
 */
final class Pages {
    private static final int KEYS = 1000;
    private static final int RECORDS = 200;

    private final Everybody everybody;
    private final Key to;
    private final boolean withValues;
    private int size;

    /**
     * @param to the first key behind the range, empty for no end
     * @param withValues whether values are wanted, or only keys
     */
    Pages(Everybody everybody, Key to, boolean withValues) {
        this.everybody = everybody;
        this.to = to;
        this.withValues = withValues;
        this.size = withValues ? RECORDS : KEYS;
    }

    /**
     * Some records in order.
     *
     * @param next where to go on; null at the end
     */
    record Page(List<Entry> entries, @Nullable Key next, Optional<String> staleness, List<MissingPartition> missing) {}

    /**
     * What one server has.
     *
     * @param readTo the key behind which it may have more; empty if there is no more
     */
    private record Part(List<Entry> entries, Optional<Key> readTo) {}

    Page from(Key from) throws ClusterException {
        Deadline deadline = everybody.deadline();
        while (true) {
            try {
                return ask(from, deadline);
            } catch (Refused perhapsTooLarge) {
                if (size == 1) {
                    throw perhapsTooLarge;
                }
                size /= 2;
            }
        }
    }

    private Page ask(Key from, Deadline deadline) throws ClusterException {
        Answer<List<Reply>> answer = everybody.ask(question(from), deadline);
        List<Part> parts = new ArrayList<>();
        for (Reply reply : answer.value()) {
            parts.add(part(reply));
        }
        return merged(parts, answer);
    }

    private Invocation question(Key from) {
        return withValues
                ? Invocation.of("NESTOR.RANGE", from, to, "LIMIT", size)
                : Invocation.of("NESTOR.RANGE", from, to, "LIMIT", size, "KEYS");
    }

    private Part part(Reply reply) throws Refused {
        if (reply instanceof Failure failure) {
            throw new Refused(failure.line());
        }
        List<Entry> entries = entries(Fields.items(reply));
        return new Part(
                entries,
                entries.size() < size
                        ? Optional.empty()
                        : Optional.of(entries.getLast().key()));
    }

    private List<Entry> entries(List<Reply> items) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i += withValues ? 2 : 1) {
            entries.add(new Entry(key(items.get(i)), withValues ? Fields.text(items.get(i + 1)) : ""));
        }
        return entries;
    }

    private static Key key(Reply reply) {
        return reply instanceof Reply.Bulk(byte[] bytes, int offset, int length)
                        && offset == 0
                        && length == bytes.length
                ? new Key(bytes)
                : Key.of(Fields.text(reply));
    }

    private static Page merged(List<Part> parts, Answer<?> answer) {
        Optional<Key> bound =
                parts.stream().flatMap(part -> part.readTo().stream()).min(Comparator.naturalOrder());
        List<Entry> entries = parts.stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> bound.isEmpty() || entry.key().compareTo(bound.get()) <= 0)
                .sorted(Comparator.comparing(Entry::key))
                .toList();
        return new Page(entries, bound.map(Key::next).orElse(null), answer.staleness(), answer.missing());
    }
}
