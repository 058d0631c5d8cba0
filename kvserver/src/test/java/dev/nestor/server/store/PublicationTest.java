package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private static final int KEYS = 50;
    private static final int ENTRIES = 20_000;

    private final Store store = new Store();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void readersBesideWrites_seeWholeEntriesInOrder() throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> views =
                    List.of(readers.submit(this::readUntilDone), readers.submit(this::readUntilDone));
            for (int entry = 1; entry <= ENTRIES; entry++) {
                store.apply(entryThatSetsAllTo(entry));
            }
            done.set(true);
            for (Future<Long> view : views) {
                assertThat(view.get()).isPositive();
            }
        }
        assertThat(check(store.view())).isEqualTo(ENTRIES);
    }

    /** One operation for each key, so that half an entry would show. */
    private static LogEntry entryThatSetsAllTo(int entry) {
        Bytes value = Bytes.utf8(Integer.toString(entry));
        List<Operation> operations = IntStream.range(0, KEYS)
                .<Operation>mapToObj(key -> new StringOperation.Set(Bytes.utf8("key" + key), value))
                .toList();
        return new LogEntry(entry, operations);
    }

    /** Returns how many different views it has seen. */
    private long readUntilDone() {
        long seen = 0;
        long last = -1;
        while (!done.get() || last < ENTRIES) {
            long entry = check(store.view());
            assertThat(entry).isGreaterThanOrEqualTo(last);
            seen += entry > last ? 1 : 0;
            last = entry;
        }
        return seen;
    }

    /** Checks that a view is that after one entry, and returns which. */
    private static long check(StoreView view) {
        long entry = view.lastMillis();
        assertThat(view.version()).isEqualTo(entry * KEYS);
        assertThat(view.size()).isEqualTo(entry == 0 ? 0 : KEYS);
        for (int key = 0; key < view.size(); key++) {
            RecordView record = Objects.requireNonNull(view.get(Bytes.utf8("key" + key), entry));
            assertThat(record.value()).hasToString(Long.toString(entry));
        }
        return entry;
    }
}
