package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.server.command.ScanCursors.Place;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.RecordView;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of SCAN: from a place on through as many keys as wanted. */
final class Scan {
    private final ScanOptions options;
    private final ReplyBudget budget;
    private final ScanCursors cursors;
    private final long nowMillis;
    private final List<Reply> found = new ArrayList<>();
    private long left;

    Scan(ScanOptions options, ScanCursors cursors, long nowMillis, ReplyBudget budget) {
        this.options = options;
        this.cursors = cursors;
        this.nowMillis = nowMillis;
        this.budget = budget;
        this.left = options.count();
    }

    /**
     * Goes on from a place. A partition that is not here any more is passed over: its keys are another server's.
     *
     * @return the next cursor, 0 at the end, and the keys
     */
    Reply from(Place start, List<PartitionView> partitions) {
        for (PartitionView partition : partitions) {
            if (partition.lastSlot() >= start.slot()) {
                Place stop = through(partition, partition.holds(start.slot()) ? start.lastKey() : null);
                if (stop != null) {
                    return reply(cursors.remember(stop));
                }
            }
        }
        return reply(0);
    }

    private Reply reply(long cursor) {
        return Reply.array(Reply.bulk(Long.toString(cursor)), new Reply.Array(found));
    }

    /** Where the scan stopped in this partition, before a key that is wanted no more; null if it came to its end. */
    private @Nullable Place through(PartitionView partition, @Nullable Bytes after) {
        Range range = options.pattern().rangeAfter(after);
        LiveRecords records = new LiveRecords(partition.view(), range, Direction.ASCENDING, nowMillis);
        Bytes last = after;
        for (RecordView record = records.next(); record != null; record = records.next()) {
            if (!options.pattern().reaches(record.key())) {
                return null;
            }
            if (left == 0) {
                return new Place(partition.lastSlot(), last == null ? null : Bytes.wrap(last.toArray()));
            }
            left--;
            last = record.key();
            if (options.wants(record)) {
                budget.spend(last.length());
                found.add(KeyPattern.reply(last));
            }
        }
        return null;
    }
}
