package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditorTest {
    private final Editor editor = Trie.empty().edit();

    @Test
    void commit_withoutAChange_givesTheSameTrie() {
        editor.put(record("a"));
        Trie trie = editor.commit();
        editor.delete("b".getBytes(US_ASCII));
        editor.deletePrefix("b".getBytes(US_ASCII));
        assertThat(editor.commit()).isSameAs(trie);
    }

    @Test
    @SuppressWarnings("NullAway") // the null is what is tested
    void failedOperation_changesNothing() {
        editor.put(record("a"));
        Trie before = editor.commit();
        byte[] cutOff = {5, 'a', 'b'};
        byte[] longForm = {(byte) 0x81, 0, 'a'};
        byte[] cutOffLength = {(byte) 0x80};
        byte[] tooLong = TrieRecord.of(new byte[TrieRecord.MAX_KEY_LENGTH], new byte[1]);
        tooLong[0] |= 1;
        for (byte[] broken : List.of(new byte[0], longForm, cutOff, cutOffLength, tooLong)) {
            assertThatThrownBy(() -> editor.put(broken)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> editor.put(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> editor.delete(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> editor.deletePrefix(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> editor.delete(new byte[3], 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        TrieCheck.check(editor);
        assertThat(editor.commit()).isSameAs(before);
    }

    @Test
    void batch_copiesEachNodeAtMostOnce() {
        for (int i = 0; i < 10_000; i++) {
            editor.put(record("person" + i));
        }
        editor.commit();
        editor.put(record("person77"));
        Object root = editor.root();
        editor.put(record("person78"));
        editor.delete("person79".getBytes(US_ASCII));
        assertThat(editor.root()).isSameAs(root);
        editor.commit();
        editor.put(record("person78"));
        assertThat(editor.root()).isNotSameAs(root);
    }

    @ParameterizedTest
    @EnumSource
    void digest_isThatOfTheContents_whateverTheWayToThem(KeySet keys) {
        SplittableRandom random = Seed.random(keys);
        Model model = new Model();
        for (int i = 0; i < 500; i++) {
            byte[] record = TrieRecord.of(keys.draw(random), new byte[] {(byte) i, (byte) (i >> 8)});
            editor.put(record);
            model.put(record);
        }
        Editor other = Trie.empty().edit();
        List<byte[]> backwards = new ArrayList<>(model.map.descendingMap().values());
        for (byte[] record : backwards) {
            other.put(TrieRecord.of(TrieRecord.key(record), new byte[50]));
            other.put(TrieRecord.of(keys.draw(random), new byte[7]));
        }
        other.commit();
        other.deletePrefix(new byte[0]);
        assertThat(other.digest()).isZero();
        assertThat(other.bytes()).isZero();
        backwards.forEach(other::put);
        assertThat(other.commit().digest()).isEqualTo(editor.commit().digest());
        other.put(TrieRecord.of(TrieRecord.key(backwards.getFirst()), new byte[] {-1, -1, -1}));
        assertThat(other.commit().digest()).isNotEqualTo(editor.commit().digest());
    }

    private static byte[] record(String key) {
        return TrieRecord.of(key.getBytes(US_ASCII), new byte[2]);
    }
}
