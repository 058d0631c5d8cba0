package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of damage that can be done to a trie is found. */
class TrieCheckTest {
    private final Editor editor = Trie.empty().edit();
    private Trie trie = Trie.empty();

    @BeforeEach
    void fill() {
        for (int i = 0; i < 500; i++) {
            editor.put(record("person" + i));
        }
        editor.put(record("person"));
        trie = editor.commit();
        TrieCheck.check(trie);
    }

    @Test
    void wrongSizeOfANode_isFound() {
        root().size++;
        assertBroken("size");
    }

    @Test
    void wrongTotals_areFound() {
        assertBroken(new Trie(trie.root, trie.size() + 1, trie.bytes(), trie.digest()), "size");
        assertBroken(new Trie(trie.root, trie.size(), trie.bytes() + 1, trie.digest()), "bytes");
        assertBroken(new Trie(trie.root, trie.size(), trie.bytes(), trie.digest() + 1), "digest");
    }

    @Test
    void childUnderTheWrongByte_isFound() {
        root().replace('1', Objects.requireNonNull(root().child('2')));
        assertBroken("not the key's byte");
    }

    @Test
    void entryWithTheWrongKey_isFound() {
        root().replace(Node.ENTRY, record("persona"));
        assertBroken("");
    }

    @Test
    void changedRecord_isFound() {
        byte[] record = Objects.requireNonNull(trie.get("person7".getBytes(US_ASCII)));
        record[record.length - 1]++;
        assertBroken("digest");
    }

    @Test
    void changedKey_isFound() {
        byte[] record = Objects.requireNonNull(trie.get("person7".getBytes(US_ASCII)));
        record[3] = 'X';
        assertBroken("keys out of order");
    }

    @Test
    void nodeWithOneOccupant_isFound() {
        Node lonely = new Node4(new Owner(), 6).add('0', record("person0"));
        assertBroken(new Trie(lonely, 1, 9, trie.digest()), "lonely");
    }

    @Test
    void nodeWithTooFewChildrenForItsKind_isFound() {
        Owner owner = new Owner();
        Node big = new Node48(owner, new Node4(owner, 6))
                .add('0', record("person0"))
                .add('1', record("person1"));
        assertBroken(new Trie(big, 2, 18, 0), "children in this kind");
    }

    @Test
    void depthThatDoesNotIncrease_isFound() {
        Owner owner = new Owner();
        Node below = new Node4(owner, 6).add('0', record("person0")).add('1', record("person1"));
        Node above = new Node4(owner, 6).add('0', below).add('1', record("person1"));
        assertBroken(new Trie(above, 3, 27, 0), "depth");
    }

    @Test
    void ownNodeBelowASharedOne_isFound() {
        editor.put(record("person1"));
        root().replace('1', new Node4(editor.owner(), 7).add('0', record("person10")));
        Editor fresh = trie.edit();
        root().replace('1', new Node4(fresh.owner(), 7).add('0', record("person10")));
        assertThatThrownBy(() -> TrieCheck.check(fresh)).hasMessageContaining("an own node below a shared one");
    }

    private Node root() {
        assertThat(trie.root).isInstanceOf(Node.class);
        return (Node) Objects.requireNonNull(trie.root);
    }

    private void assertBroken(String message) {
        assertBroken(trie, message);
    }

    private static void assertBroken(Trie broken, String message) {
        assertThatThrownBy(() -> TrieCheck.check(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Broken trie: ")
                .hasMessageContaining(message);
    }

    private static byte[] record(String key) {
        return TrieRecord.of(key.getBytes(US_ASCII), new byte[1]);
    }
}
