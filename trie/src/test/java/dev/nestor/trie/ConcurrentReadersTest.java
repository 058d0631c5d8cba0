package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Readers take whatever version is there, without a lock, while a writer makes the next ones. */
class ConcurrentReadersTest {
    private static final int VERSIONS = 10_000;
    private static final int READERS = 3;

    /** Neither volatile nor guarded: a trie must survive being handed over by a data race. */
    private Trie published = Trie.empty();

    private volatile boolean finished;

    @Test
    void everyVersionThatAReaderMeets_isWhole() throws InterruptedException, ExecutionException {
        SplittableRandom random = Seed.random("concurrent readers");
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(this::read));
            }
            write(random);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private void write(SplittableRandom random) {
        Editor editor = published.edit();
        try {
            for (int version = 0; version < VERSIONS; version++) {
                for (int i = 0; i < 30; i++) {
                    byte[] key = ("person" + random.nextInt(2_000)).getBytes(US_ASCII);
                    if (random.nextInt(3) == 0) {
                        editor.delete(key);
                    } else {
                        editor.put(TrieRecord.of(key, new byte[random.nextInt(30)]));
                    }
                }
                if (version % 500 == 499) {
                    editor.deletePrefix("person1".getBytes(US_ASCII));
                }
                published = editor.commit();
            }
        } finally {
            finished = true;
        }
    }

    /** Reads until the writer is done, and once more. Returns the number of versions that it has checked. */
    private int read() {
        int read = 0;
        boolean last;
        do {
            last = finished;
            Trie trie = published;
            TrieCheck.check(trie);
            assertThat(trie.count(Range.all())).isEqualTo(trie.size());
            byte[] first = trie.first();
            assertThat(trie.size() == 0 ? null : trie.nth(0)).isSameAs(first);
            read++;
        } while (!last);
        return read;
    }
}
