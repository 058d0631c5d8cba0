package dev.nestor.trie;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Verifies every invariant of a trie's structure by one walk over it: for tests, and for doubts about a
 * running process. Needs time linear in the bytes of all records and memory linear in the depth.
 *
 * <ul>
 *   <li>Keys ascend; two neighbours first differ at the depth of the node that parts them, and each position
 *       on the way to a record is what the record's key says.
 *   <li>Depths increase on the way down; a node has at least two occupants, and as many children as its kind
 *       may have; its children can be found upwards, downwards and by byte.
 *   <li>Sizes, bytes and digest are those of the records that are there.
 *   <li>No node of an editor's current batch hangs below one that the editor shares with a committed trie.
 * </ul>
 */
public final class TrieCheck {
    private final @Nullable Owner owner;
    private final ArrayDeque<Frame> way = new ArrayDeque<>();

    /** The frames on top of {@link #way} whose position has not yet been compared with a record. */
    private int unproven;

    /** The node that parts the last record from the next one. */
    private @Nullable Node parting;

    private byte @Nullable [] last;
    private long records;
    private long bytes;
    private long digest;

    private TrieCheck(@Nullable Owner owner) {
        this.owner = owner;
    }

    /**
     * Checks a trie.
     *
     * @throws IllegalStateException if it breaks an invariant, which it names
     */
    public static void check(Trie trie) {
        check(null, trie.root, trie.size(), trie.bytes(), trie.digest());
    }

    /**
     * Checks what an editor has made so far.
     *
     * @throws IllegalStateException if it breaks an invariant, which it names
     */
    public static void check(Editor editor) {
        check(editor.owner(), editor.root(), editor.size(), editor.bytes(), editor.digest());
    }

    private static void check(@Nullable Owner owner, @Nullable Object root, long size, long bytes, long digest) {
        TrieCheck check = new TrieCheck(owner);
        if (root != null) {
            check.walk(root);
        }
        require(check.records == size, "size, but records", size, check.records);
        require(check.bytes == bytes, "bytes, but the records have", bytes, check.bytes);
        require(check.digest == digest, "digest, but the records have", digest, check.digest);
    }

    private void walk(Object root) {
        enter(root);
        for (Frame frame = way.peek(); frame != null; frame = way.peek()) {
            int position = frame.next();
            if (position == Node.ABOVE) {
                leave(way.pop());
            } else {
                parting = frame.occupants > 1 ? frame.node : parting;
                unproven = Math.max(unproven, 1);
                enter(frame.node.occupant(position));
            }
        }
    }

    private void enter(Object subtree) {
        if (subtree instanceof Node node) {
            Frame above = way.peek();
            require(above == null || above.node.depth < node.depth, "not below the depth above: depth", node.depth);
            boolean shared = above != null && above.node.owner != owner;
            require(!shared || node.owner != owner, "an own node below a shared one, at depth", node.depth);
            way.push(new Frame(node, records));
            unproven++;
        } else {
            visit((byte[]) subtree);
        }
    }

    private void visit(byte[] record) {
        TrieRecord.requireRecord(record);
        for (Frame frame : way) {
            if (unproven == 0) {
                break;
            }
            unproven--;
            int said = TrieRecord.position(record, frame.node.depth);
            require(said == frame.position, "not the key's byte: position, depth", frame.position, frame.node.depth);
        }
        if (last != null && parting != null) {
            requireNeighbours(last, record, parting.depth);
        }
        last = record;
        records++;
        bytes += record.length;
        digest += RecordHash.of(record);
    }

    private static void requireNeighbours(byte[] before, byte[] record, int depth) {
        int offset = TrieRecord.keyOffset(record);
        int length = TrieRecord.keyLength(record);
        require(TrieRecord.compareKey(before, record, offset, length) < 0, "keys out of order at depth", depth);
        int differs = TrieRecord.mismatch(before, record, offset, length);
        require(differs == depth, "keys differ at, but are parted at depth", differs, depth);
    }

    private void leave(Frame frame) {
        Node node = frame.node;
        require(frame.occupants >= 2, "lonely node: occupants, depth", frame.occupants, node.depth);
        require(node.size == records - frame.before, "node's size, depth", node.size, node.depth);
        int children = node.entry == null ? frame.occupants : frame.occupants - 1;
        require(children == node.childCount(), "children, depth", children, node.depth);
        boolean fits = switch (node) {
            case Node4 n -> children <= Node4.MAX;
            case Node16 n -> children >= Node16.MIN && children <= Node16.MAX;
            case Node48 n -> children >= Node48.MIN && children <= Node48.MAX;
            case Node256 n -> children >= Node256.MIN;
        };
        require(fits, "children in this kind of node", children, node.depth);
    }

    private static void require(boolean holds, String broken, long... values) {
        if (!holds) {
            throw new IllegalStateException("Broken trie: " + broken + " " + Arrays.toString(values));
        }
    }

    /** A node on the way, and the position in it that the walk has reached. */
    private static final class Frame {
        final Node node;
        final long before;
        int position = Node.BELOW;
        int occupants;

        Frame(Node node, long before) {
            this.node = node;
            this.before = before;
        }

        int next() {
            int next = node.ceilingPosition(position + 1);
            int back = node.floorPosition(next - 1);
            require(back == position, "not found backwards: position, the one before", next, position);
            if (next != Node.ABOVE) {
                position = next;
                occupants++;
            }
            return next;
        }
    }
}
