package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One node grows from one child to 256 and shrinks again, through every size and kind. */
class NodeKindsTest {
    enum Order {
        ASCENDING,
        DESCENDING,
        SHUFFLED
    }

    private final Model model = new Model();
    private final Editor editor = Trie.empty().edit();

    @ParameterizedTest
    @EnumSource
    void node_growsAndShrinksThroughEverySize(Order order) {
        List<byte[]> keys = keys(order, 2);
        for (byte[] key : keys) {
            put(key);
            model.assertSameAs(editor.commit());
        }
        assertThat(editor.root()).isInstanceOf(Node256.class);
        Collections.reverse(keys);
        for (byte[] key : keys) {
            assertThat(editor.delete(key)).isSameAs(model.map.remove(key));
            model.assertSameAs(editor.commit());
        }
        assertThat(editor.root()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void node_hasEachKind_inTurn(Order order) {
        List<String> kinds = new ArrayList<>();
        for (byte[] key : keys(order, 1)) {
            put(key);
            Object root = editor.root();
            String kind = root instanceof Node ? root.getClass().getSimpleName() : "record";
            if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
                kinds.add(kind);
            }
        }
        assertThat(kinds).containsExactly("record", "Node4", "Node16", "Node48", "Node256");
    }

    /** Ten digits at the top of many records: too few children for the largest kind, but hot. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void nodeWithManyRecords_isOfTheLargestKind_untilTheyAreGone(int digits) {
        int count = (int) Math.pow(10, digits);
        for (int i = 0; i < count; i++) {
            put(Integer.toString(count + i).getBytes(US_ASCII));
        }
        editor.commit();
        put(new byte[] {'1'});
        assertThat(editor.root()).isInstanceOf(Node256.class);
        model.assertSameAs(editor.commit());
        for (int i = 100; i < count; i++) {
            editor.delete(Integer.toString(count + i).getBytes(US_ASCII));
            if (i % 97 == 0) {
                TrieCheck.check(editor.commit());
            }
        }
        put(new byte[] {'1'});
        assertThat(editor.root()).isInstanceOf(Node4.class);
        TrieCheck.check(editor);
    }

    private void put(byte[] key) {
        byte[] record = TrieRecord.of(key, new byte[3]);
        assertThat(editor.put(record)).isSameAs(model.put(record));
    }

    /** All bytes as keys, the empty key among them as the entry of the node; or all bytes twice over. */
    private static List<byte[]> keys(Order order, int depth) {
        List<byte[]> keys = new ArrayList<>();
        if (depth == 2) {
            keys.add(new byte[0]);
        }
        for (int i = 0; i < 256; i++) {
            keys.add(new byte[] {(byte) i});
        }
        switch (order) {
            case ASCENDING -> {}
            case DESCENDING -> Collections.reverse(keys);
            case SHUFFLED -> Collections.shuffle(keys, new Random(7));
        }
        return keys;
    }
}
