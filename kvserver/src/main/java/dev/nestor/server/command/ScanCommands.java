package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.command.ScanCursors.Place;
import dev.nestor.server.store.RecordView;
import dev.nestor.trie.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Keys that nobody named: all of them, some, or any. */
final class ScanCommands {
    private final RandomGenerator random;
    private final ScanCursors cursors;

    ScanCommands(RandomGenerator random) {
        this.random = random;
        this.cursors = new ScanCursors(random.nextLong());
    }

    Map<String, Command> all() {
        return Map.ofEntries(
                entry("scan", (request, session, nowMillis) -> scan(request)),
                entry("keys", (request, session, nowMillis) -> keys(request)),
                entry("randomkey", (request, session, nowMillis) -> new Plan.ReadAll(this::randomKey)),
                entry("dbsize", (request, session, nowMillis) -> new Plan.ReadAll(ScanCommands::size)));
    }

    /** Redis counts what has expired and was not removed yet; so do we. */
    private static Reply size(List<PartitionView> partitions, long nowMillis) {
        return new Reply.Int(total(partitions));
    }

    private static long total(List<PartitionView> partitions) {
        return partitions.stream()
                .mapToLong(partition -> partition.view().size())
                .sum();
    }

    private static Plan keys(Request request) {
        KeyPattern pattern = new KeyPattern(request.argument(1));
        return new Plan.ReadAll((partitions, nowMillis) -> ReplyBudget.within(budget -> {
            List<Reply> keys = new ArrayList<>();
            for (PartitionView partition : partitions) {
                LiveRecords records =
                        new LiveRecords(partition.view(), pattern.range(), Direction.ASCENDING, nowMillis);
                for (RecordView record = records.next(); record != null; record = records.next()) {
                    if (pattern.matches(record.key())) {
                        budget.spend(record.key().length());
                        keys.add(KeyPattern.reply(record.key()));
                    }
                }
            }
            return new Reply.Array(keys);
        }));
    }

    private Reply randomKey(List<PartitionView> partitions, long nowMillis) {
        long total = total(partitions);
        long start = total == 0 ? 0 : random.nextLong(total);
        for (long tried = 0; tried < total; tried++) {
            RecordView record = nth(partitions, (start + tried) % total);
            if (!record.isDue(nowMillis)) {
                return KeyPattern.reply(record.key());
            }
        }
        return Reply.NIL;
    }

    private static RecordView nth(List<PartitionView> partitions, long index) {
        long left = index;
        for (PartitionView partition : partitions) {
            if (left < partition.view().size()) {
                return RecordView.of(partition.view().records().nth(left));
            }
            left -= partition.view().size();
        }
        throw new IndexOutOfBoundsException("there is no record " + index);
    }

    private Plan scan(Request request) {
        Place start = place(request.text(1));
        ScanOptions options = ScanOptions.of(request);
        return new Plan.ReadAll((partitions, nowMillis) ->
                ReplyBudget.within(budget -> new Scan(options, cursors, nowMillis, budget).from(start, partitions)));
    }

    private Place place(String cursor) {
        long number = number(cursor);
        Place place = number == 0 ? Place.START : cursors.find(number);
        if (place == null) {
            throw Refusal.of("invalid cursor: this server does not know it (any more), start again from 0");
        }
        return place;
    }

    private static long number(String cursor) {
        try {
            return Long.parseUnsignedLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.of("invalid cursor");
        }
    }
}
