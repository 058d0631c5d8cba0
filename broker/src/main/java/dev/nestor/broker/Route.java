package dev.nestor.broker;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.command.Group;
import dev.nestor.protocol.command.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whom a raw command concerns. */
sealed interface Route {
    /** Who leads this slot. */
    record Slot(int slot) implements Route {}

    /** Who leads the slots of its keys. */
    record Slots() implements Route {}

    /** All leaders. */
    record Leaders() implements Route {}

    /** All leaders, or replicas of partitions without one; each counts its own. */
    record Count(Invocation question) implements Route {}

    /** Any one server. */
    record Anybody() implements Route {}

    /** It makes no sense here. */
    record Nobody(Failure why) implements Route {}

    /** All leaders, page by page. */
    record Range(Invocation invocation) implements Route {
        private static final int DEFAULT_LIMIT = 1000;

        Answer<Reply> run(Cluster cluster) throws ClusterException {
            boolean keysOnly = has("KEYS");
            Cursor<Entry> cursor = cluster.range(invocation.key(1), invocation.key(2));
            List<Reply> items = new ArrayList<>();
            int left = limit();
            for (Entry entry = left > 0 ? cursor.next() : null;
                    entry != null;
                    entry = --left > 0 ? cursor.next() : null) {
                if (!has("VALUES")) {
                    items.add(Reply.bulk(entry.key().bytes()));
                }
                if (!keysOnly) {
                    items.add(Reply.bulk(entry.value()));
                }
            }
            Reply reply = keysOnly || has("VALUES") ? new Reply.Array(items) : new Reply.Map(items);
            return new Answer<>(reply, List.of(), cursor.staleness(), List.copyOf(cursor.missing()), false);
        }

        private boolean has(String word) {
            return option(word).isPresent();
        }

        private int limit() {
            return option("LIMIT")
                    .map(index -> Integer.parseInt(invocation.text(index + 1)))
                    .orElse(DEFAULT_LIMIT);
        }

        private Optional<Integer> option(String word) {
            for (int index = 3; index < invocation.words().size(); index++) {
                if (invocation.keyword(index).equals(word)) {
                    return Optional.of(index);
                }
            }
            return Optional.empty();
        }

        /** Whether the cursor can do it: anything else is refused by the servers, or by us. */
        boolean isUnderstood() {
            return invocation.words().size() >= 3
                    && !has("REV")
                    && !has("SLOT")
                    && option("LIMIT").map(this::isNumber).orElse(true);
        }

        private boolean isNumber(int index) {
            return index + 1 < invocation.words().size()
                    && invocation.text(index + 1).matches("[0-9]{1,7}");
        }
    }

    /** What is about one connection, which nobody has for himself here. */
    Set<String> HARMLESS = Set.of("ping", "echo");

    static Route of(Invocation invocation) {
        Set<Integer> slots = Split.slots(invocation);
        if (slots.size() == 1 || (!slots.isEmpty() && !invocation.has(Tip.TO_MULTI_SHARD))) {
            return new Slot(slots.iterator().next());
        }
        if (!slots.isEmpty()) {
            return new Slots();
        }
        return switch (invocation.name()) {
            case "nestor.range" -> range(new Range(invocation));
            // What has more words than DBSIZE takes is refused by the servers.
            case "dbsize" -> invocation.words().size() == 1 ? new Count(Invocation.of("NESTOR.COUNT")) : new Leaders();
            case "nestor.count" -> count(invocation);
            case "keys", "randomkey", "flushall" -> new Leaders();
            case "shutdown" -> nobody("SHUTDOWN concerns one server: connect to that one");
            case "scan" -> nobody("SCAN goes through one server's keys; KEYS and NESTOR.RANGE go through all");
            default ->
                isAboutConnection(invocation)
                        ? nobody(invocation.text(0) + " is about one connection, and many are in use here")
                        : new Anybody();
        };
    }

    private static Route range(Range range) {
        return range.isUnderstood()
                ? range
                : nobody("syntax error, or something that works on one server only (REV, SLOT)");
    }

    private static Route count(Invocation question) {
        boolean oneSlot = IntStream.iterate(1, index -> index < question.words().size(), index -> index + 2)
                .anyMatch(index -> question.keyword(index).equals("SLOT"));
        return oneSlot ? nobody("SLOT works on one server only") : new Count(question);
    }

    private static Route nobody(String why) {
        return new Nobody(Failure.err(why));
    }

    private static boolean isAboutConnection(Invocation invocation) {
        return invocation.spec() != null
                && invocation.spec().group() == Group.CONNECTION
                && !HARMLESS.contains(invocation.name());
    }
}
