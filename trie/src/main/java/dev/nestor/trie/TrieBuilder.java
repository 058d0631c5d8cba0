package dev.nestor.trie;

import java.util.ArrayDeque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Builds a trie from records in key order, in time linear in their bytes. The nodes on the way to the last
 * record stay open; a record that leaves this way closes the nodes below the byte where it leaves. For one
 * thread and one trie.
 */
public final class TrieBuilder {
    /** Less than the depth of every node. */
    private static final int ABOVE_ALL = -1;

    private static final int SHOWN_KEY_BYTES = 64;

    private final Owner owner = new Owner();
    private final ArrayDeque<Node> open = new ArrayDeque<>();

    private byte @Nullable [] last;
    private long size;
    private long bytes;
    private long digest;
    private boolean built;

    /**
     * Adds a record, which the trie owns from now on.
     *
     * @throws IllegalArgumentException if its key is not greater than the one before, or the array is not
     *     laid out as {@link TrieRecord} says; the builder is as it was
     */
    public void add(byte[] record) {
        requireOpen();
        TrieRecord.requireRecord(record);
        if (last != null) {
            branchOff(last, record);
        }
        last = record;
        size++;
        bytes += record.length;
        digest += RecordHash.of(record);
    }

    /** The trie of all records that were added. The builder is spent then. */
    public Trie build() {
        requireOpen();
        built = true;
        return last == null ? Trie.empty() : new Trie(close(last, ABOVE_ALL), size, bytes, digest);
    }

    private void branchOff(byte[] before, byte[] record) {
        int depth = TrieRecord.mismatch(before, record, TrieRecord.keyOffset(record), TrieRecord.keyLength(record));
        requireOrder(before, record, depth);
        Object closed = close(before, depth);
        Node top = open.peek();
        Node branch = top != null && top.depth == depth ? open.pop() : new Node4(owner, depth);
        open.push(branch.add(TrieRecord.position(before, depth), closed));
    }

    /** Closes the open nodes that branch below {@code depth}: hangs each into the one above. Returns the last. */
    private Object close(byte[] before, int depth) {
        Object closed = before;
        for (Node top = open.peek(); top != null && top.depth > depth; top = open.peek()) {
            closed = open.pop().add(TrieRecord.position(before, top.depth), closed);
        }
        return closed;
    }

    private void requireOpen() {
        if (built) {
            throw new IllegalStateException("The trie is built already");
        }
    }

    private static void requireOrder(byte[] before, byte[] record, int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException("Key " + shown(record) + " comes twice");
        }
        if (TrieRecord.position(before, depth) > TrieRecord.position(record, depth)) {
            throw new IllegalArgumentException(
                    "Key " + shown(record) + " is out of order, it comes after key " + shown(before));
        }
    }

    private static String shown(byte[] record) {
        int length = TrieRecord.keyLength(record);
        int from = TrieRecord.keyOffset(record);
        String hex = HexFormat.of().formatHex(record, from, from + Math.min(length, SHOWN_KEY_BYTES));
        return "0x" + hex + (length > SHOWN_KEY_BYTES ? "… (" + length + " bytes)" : "");
    }
}
