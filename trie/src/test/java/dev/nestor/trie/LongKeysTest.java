package dev.nestor.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A trie as deep as its keys are long, worked on with a stack on which no recursion could reach the bottom. */
class LongKeysTest {
    private static final int DEPTH = 8_000;
    private static final long STACK_BYTES = 160_000;

    @Test
    void chainOfPrefixes_needsNoStack() throws InterruptedException {
        onSmallStack(() -> {
            Editor editor = Trie.empty().edit();
            for (int length = 0; length < DEPTH; length++) {
                editor.put(record(length));
            }
            TrieCheck.check(editor);
            Trie trie = editor.commit();
            assertAnswers(trie);

            assertThat(editor.delete(key(DEPTH / 2))).isNotNull();
            assertThat(editor.deletePrefix(key(DEPTH - 1000))).isEqualTo(1000);
            TrieCheck.check(editor);
            assertThat(editor.deletePrefix(key(1))).isEqualTo(DEPTH - 1 - 1 - 1000);
            assertThat(editor.commit().size()).isEqualTo(1);
            assertAnswers(trie);
        });
    }

    @Test
    void builder_needsNoStack() throws InterruptedException {
        onSmallStack(() -> {
            TrieBuilder builder = new TrieBuilder();
            for (int length = 0; length < DEPTH; length++) {
                builder.add(record(length));
            }
            assertAnswers(builder.build());
        });
    }

    @Test
    void longestKeys_differAtTheLastByte() {
        Editor editor = Trie.empty().edit();
        for (int i = 0; i < 256; i++) {
            byte[] key = key(TrieRecord.MAX_KEY_LENGTH);
            key[key.length - 1] = (byte) i;
            editor.put(TrieRecord.of(key, new byte[0]));
        }
        Trie trie = editor.commit();
        TrieCheck.check(trie);
        assertThat(trie.countPrefix(key(TrieRecord.MAX_KEY_LENGTH - 1))).isEqualTo(256);
        assertThat(trie.countPrefix(key(TrieRecord.MAX_KEY_LENGTH))).isEqualTo(1);
        assertThat(trie.get(key(TrieRecord.MAX_KEY_LENGTH - 1))).isNull();
    }

    private static void assertAnswers(Trie trie) {
        TrieCheck.check(trie);
        assertThat(trie.size()).isEqualTo(DEPTH);
        assertThat(trie.get(key(DEPTH - 1))).isEqualTo(record(DEPTH - 1));
        assertThat(trie.get(key(DEPTH))).isNull();
        assertThat(trie.floor(key(DEPTH))).isEqualTo(record(DEPTH - 1));
        assertThat(trie.ceiling(key(DEPTH))).isNull();
        assertThat(trie.rank(key(DEPTH))).isEqualTo(DEPTH);
        assertThat(trie.nth(DEPTH - 1)).isEqualTo(record(DEPTH - 1));
        assertThat(trie.countPrefix(key(DEPTH - 7))).isEqualTo(7);
        assertThat(Model.records(trie.cursor(Range.from(key(5)), Direction.ASCENDING)))
                .hasSize(DEPTH - 5)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.length, b.length));
        assertThat(Model.records(trie.cursor(Range.all(), Direction.DESCENDING)))
                .hasSize(DEPTH);
    }

    private static byte[] key(int length) {
        byte[] key = new byte[length];
        Arrays.fill(key, (byte) 'k');
        return key;
    }

    private static byte[] record(int length) {
        return TrieRecord.of(key(length), new byte[1]);
    }

    private static void onSmallStack(Runnable test) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, test, "small stack", STACK_BYTES);
        thread.setUncaughtExceptionHandler((t, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
