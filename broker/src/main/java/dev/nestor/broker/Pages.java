package dev.nestor.broker;

import dev.nestor.broker.Answer.MissingPartition;
import dev.nestor.broker.ClusterException.Refused;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a range, a page at a time. Each round asks every leader for its next records, and returns those up to
 * the first key behind which some server may have more. Nothing is remembered between rounds but that key, so leaders
 * may change as they like; keys are spread evenly, so little is fetched twice.
 */
final class Pages {
    private static final int KEYS = 1000;
    private static final int RECORDS = 200;
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    private final Survey survey;
    private final Nodes nodes;
    private final Members members;
    private final Key to;
    private final boolean withValues;
    private int size;

    /**
     * @param to the first key behind the range, empty for no end
     * @param withValues whether values are wanted, or only keys
     */
    Pages(Survey survey, Nodes nodes, Members members, Key to, boolean withValues) {
        this.survey = survey;
        this.nodes = nodes;
        this.members = members;
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
    private record Part(List<Entry> entries, Optional<Key> readTo) {
        /** The entries of one partition among them. */
        Part within(MissingPartition partition) {
            return new Part(
                    entries.stream()
                            .filter(entry -> {
                                int slot = Slot.of(entry.key().bytes());
                                return partition.firstSlot() <= slot && slot <= partition.lastSlot();
                            })
                            .toList(),
                    readTo);
        }
    }

    Page from(Key from) throws ClusterException {
        while (true) {
            try {
                return ask(from);
            } catch (Refused perhapsTooLarge) {
                if (size == 1) {
                    throw perhapsTooLarge;
                }
                size /= 2;
            }
        }
    }

    private Page ask(Key from) throws ClusterException {
        Survey.Result result = survey.ask(question(from));
        List<Part> parts = new ArrayList<>();
        for (Reply reply : result.replies()) {
            parts.add(part(reply));
        }
        List<MissingPartition> missing = new ArrayList<>();
        Optional<String> staleness = Optional.empty();
        Map<ServerAddress, Optional<Part>> replicas = new HashMap<>();
        for (MissingPartition partition : result.missing()) {
            Optional<Part> replica = replica(partition, from, replicas);
            replica.ifPresentOrElse(parts::add, () -> missing.add(partition));
            staleness = staleness.or(() -> replica.map(_ -> partition.why()));
        }
        if (parts.isEmpty()) {
            throw result.failure();
        }
        return merged(parts, staleness, missing);
    }

    private Invocation question(Key from) {
        return withValues
                ? Invocation.of("NESTOR.RANGE", from, to, "LIMIT", size)
                : Invocation.of("NESTOR.RANGE", from, to, "LIMIT", size, "KEYS");
    }

    /**
     * What a replica holds of a partition without a leader.
     *
     * @param asked what servers have said of all that they hold, as far as they were asked
     */
    private Optional<Part> replica(MissingPartition partition, Key from, Map<ServerAddress, Optional<Part>> asked)
            throws Refused {
        List<ServerAddress> replicas = members.last()
                .ofSlot(partition.firstSlot())
                .map(ClusterStatus.Partition::replicas)
                .orElse(List.of());
        for (ServerAddress server : replicas) {
            if (!asked.containsKey(server)) {
                asked.put(server, held(server, from));
            }
            Optional<Part> held = asked.get(server);
            if (held.isPresent()) {
                return held.map(part -> part.within(partition));
            }
        }
        return Optional.empty();
    }

    private Optional<Part> held(ServerAddress server, Key from) throws Refused {
        return nodes.send(server, Mode.REPLICA, question(from), ATTEMPT) instanceof Attempt.Answered answered
                ? Optional.of(part(answered.reply()))
                : Optional.empty();
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

    private static Page merged(List<Part> parts, Optional<String> staleness, List<MissingPartition> missing) {
        Optional<Key> bound =
                parts.stream().flatMap(part -> part.readTo().stream()).min(Comparator.naturalOrder());
        List<Entry> entries = parts.stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> bound.isEmpty() || entry.key().compareTo(bound.get()) <= 0)
                .sorted(Comparator.comparing(Entry::key))
                .toList();
        return new Page(entries, bound.map(Key::next).orElse(null), staleness, missing);
    }
}
