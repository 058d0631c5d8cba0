package dev.nestor.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        List<byte[]> keys = keys(order);
        keys.add(9, new byte[0]);
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
        for (byte[] key : keys(order)) {
            put(key);
            Object root = editor.root();
            String kind = root instanceof Node ? root.getClass().getSimpleName() : "record";
            if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
                kinds.add(kind);
            }
        }
        assertThat(kinds).containsExactly("record", "Node4", "Node16", "Node48", "Node256");
    }

    private void put(byte[] key) {
        byte[] record = TrieRecord.of(key, new byte[3]);
        assertThat(editor.put(record)).isSameAs(model.put(record));
    }

    private static List<byte[]> keys(Order order) {
        List<byte[]> keys = new ArrayList<>();
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
