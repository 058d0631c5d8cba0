package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

/** What a record costs on the heap beyond its own bytes, with compact object headers. */
class TrieFootprintTest {
    private static final int RECORDS = 100_000;

    @Test
    void nodes_areOfTheSizesTheirCommentsSay() {
        assertThat(ClassLayout.parseClass(Node4.class).instanceSize()).isEqualTo(48);
        assertThat(ClassLayout.parseClass(Node16.class).instanceSize()).isEqualTo(112);
        assertThat(ClassLayout.parseClass(Node48.class).instanceSize()).isEqualTo(64);
        assertThat(ClassLayout.parseClass(Node256.class).instanceSize()).isEqualTo(40);
    }

    @Test
    void denseKeys_costLessThan32Bytes() {
        assertThat(overheadPerRecord("dense", i -> ("person" + i).getBytes(US_ASCII)))
                .isLessThan(32);
    }

    @Test
    void randomKeys_costLessThan40Bytes() {
        SplittableRandom random = Seed.random("footprint");
        assertThat(overheadPerRecord("random", i -> {
                    byte[] key = new byte[16];
                    random.nextBytes(key);
                    return key;
                }))
                .isLessThan(40);
    }

    /** Counts everything that is reachable, less keys and payloads: array headers, length bytes, padding, nodes. */
    private static double overheadPerRecord(String keys, IntFunction<byte[]> key) {
        Editor editor = Trie.empty().edit();
        long content = 0;
        for (int i = 0; i < RECORDS; i++) {
            byte[] record = TrieRecord.of(key.apply(i), new byte[200]);
            content += TrieRecord.keyLength(record) + 200;
            editor.put(record);
        }
        Trie trie = editor.commit();
        assertThat(trie.size()).isEqualTo(RECORDS);
        double overhead = (GraphLayout.parseInstance(trie).totalSize() - content) / (double) RECORDS;
        System.out.printf("%s keys: %.1f bytes of heap per record beyond key and payload%n", keys, overhead);
        return overhead;
    }
}
