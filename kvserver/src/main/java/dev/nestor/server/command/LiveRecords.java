package dev.nestor.server.command;

import dev.nestor.server.store.RecordView;
import dev.nestor.server.store.StoreView;
import dev.nestor.trie.Cursor;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Range;
import org.jspecify.annotations.Nullable;

/** Walks the records of one partition in the order of their keys, without those that have expired. For one thread. */
final class LiveRecords {
    private final Cursor cursor;
    private final long nowMillis;

    LiveRecords(StoreView view, Range range, Direction direction, long nowMillis) {
        this.cursor = view.records().cursor(range, direction);
        this.nowMillis = view.moment(nowMillis);
    }

    /** The next record, or null when there is none left. */
    @Nullable
    RecordView next() {
        for (byte[] record = cursor.next(); record != null; record = cursor.next()) {
            RecordView view = RecordView.of(record);
            if (!view.isDue(nowMillis)) {
                return view;
            }
        }
        return null;
    }
}
