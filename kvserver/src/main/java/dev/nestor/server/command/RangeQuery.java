package dev.nestor.server.command;

import dev.nestor.document.Layout;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.RecordView;
import dev.nestor.server.store.ValueKind;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * NESTOR.RANGE: the records from one key, inclusive, to another, exclusive, in order. An empty text for an end leaves
 * it open. The answer is a map of keys and values, or an array of one of both; values are strings, or JSON texts.
 * Whoever wants more than {@code LIMIT} goes on from the last key with a zero byte behind it.
 *
 * @param slot as {@link Plan.ReadAll} has it
 */
record RangeQuery(Range range, Direction direction, long limit, Part part, int slot) {
    private static final long DEFAULT_LIMIT = 1000;

    private static final long MOST_RECORDS = 1_000_000;

    private enum Part {
        BOTH,
        KEYS,
        VALUES
    }

    static RangeQuery of(Request request) {
        Direction direction = Direction.ASCENDING;
        long limit = DEFAULT_LIMIT;
        Part part = Part.BOTH;
        int slot = Plan.ReadAll.EVERY_SLOT;
        for (int index = 3; index < request.size(); index++) {
            switch (request.text(index).toUpperCase(Locale.ROOT)) {
                case "REV" -> direction = Direction.DESCENDING;
                case "LIMIT" -> limit = limit(request, ++index);
                case "KEYS" -> part = only(part, Part.KEYS);
                case "VALUES" -> part = only(part, Part.VALUES);
                case "SLOT" -> slot = slot(request, ++index);
                default -> throw Refusal.syntax();
            }
        }
        return new RangeQuery(range(request.argument(1), request.argument(2)), direction, limit, part, slot);
    }

    private static Range range(byte[] from, byte[] to) {
        return to.length == 0 ? Range.from(from) : Range.between(from, to);
    }

    private static long limit(Request request, int index) {
        if (index == request.size()) {
            throw Refusal.syntax();
        }
        long limit = Arguments.integer(request, index);
        if (limit < 0 || limit > MOST_RECORDS) {
            throw Refusal.of(String.format(Locale.ROOT, "LIMIT must be 0 to %d, not %d", MOST_RECORDS, limit));
        }
        return limit;
    }

    private static int slot(Request request, int index) {
        if (index == request.size()) {
            throw Refusal.syntax();
        }
        return Arguments.slot(request, index);
    }

    private static Part only(Part before, Part wanted) {
        if (before != Part.BOTH && before != wanted) {
            throw Refusal.syntax();
        }
        return wanted;
    }

    /** One partition's records, and the next of them. */
    private static final class Source {
        private final LiveRecords records;
        private RecordView next;

        private Source(LiveRecords records, RecordView first) {
            this.records = records;
            this.next = first;
        }
    }

    /** The answer over several partitions, whose keys are merged. */
    Reply reply(List<PartitionView> partitions, long nowMillis) {
        PriorityQueue<Source> sources = sources(partitions, nowMillis);
        return ReplyBudget.within(budget -> {
            List<Reply> items = new ArrayList<>();
            for (long left = limit; left > 0 && !sources.isEmpty(); left--) {
                add(advance(sources), items, budget);
            }
            return part == Part.BOTH ? new Reply.Map(items) : new Reply.Array(items);
        });
    }

    private PriorityQueue<Source> sources(List<PartitionView> partitions, long nowMillis) {
        Comparator<Source> byKey = Comparator.comparing(source -> source.next.key());
        PriorityQueue<Source> sources =
                new PriorityQueue<>(direction == Direction.ASCENDING ? byKey : byKey.reversed());
        for (PartitionView partition : partitions) {
            LiveRecords records = new LiveRecords(partition.view(), range, direction, nowMillis);
            RecordView first = records.next();
            if (first != null) {
                sources.add(new Source(records, first));
            }
        }
        return sources;
    }

    /** Takes the next record of all. */
    private static RecordView advance(PriorityQueue<Source> sources) {
        Source source = sources.remove();
        RecordView taken = source.next;
        RecordView next = source.records.next();
        if (next != null) {
            source.next = next;
            sources.add(source);
        }
        return taken;
    }

    private void add(RecordView record, List<Reply> items, ReplyBudget budget) {
        if (part != Part.VALUES) {
            budget.spend(record.key().length());
            items.add(KeyPattern.reply(record.key()));
        }
        if (part != Part.KEYS) {
            Reply.Bulk value = value(record);
            budget.spend(value.length());
            items.add(value);
        }
    }

    private static Reply.Bulk value(RecordView record) {
        byte[] json = record.kind() == ValueKind.JSON ? record.document().toJson(Layout.COMPACT) : null;
        return json == null
                ? new Reply.Bulk(
                        record.value().array(),
                        record.value().offset(),
                        record.value().length())
                : new Reply.Bulk(json, 0, json.length);
    }
}
