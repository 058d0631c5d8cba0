package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/**
 * What a key tells about the trie that it cuts in two: records below the key, and records at or above it.
 * {@link #find} walks along the cut and names each piece once, from the root down.
 */
interface Cut {
    /** The cut goes through a node: positions before {@code position} lie below, those after it above. */
    void through(Node node, int position);

    /** The cut ends beside a subtree that lies wholly below or wholly above. */
    void beside(Object subtree, boolean above);

    /**
     * Walks along the cut at {@code key}. The way down to any record that shares the most bytes with the
     * key shows where they first differ; up to there the key's own bytes lead the way.
     */
    static void find(@Nullable Object root, byte[] key, Cut cut) {
        if (root == null) {
            return;
        }
        byte[] near = nearest(root, key, 0, key.length);
        int differs = TrieRecord.mismatch(near, key, 0, key.length);
        Object at = root;
        while (at instanceof Node node && (differs < 0 || node.depth <= differs)) {
            int position = node.position(key, 0, key.length);
            cut.through(node, position);
            at = node.at(position);
        }
        if (at != null) {
            cut.beside(at, TrieRecord.compareKey(near, key, 0, key.length) >= 0);
        }
    }

    /** A record that shares the longest prefix with the key {@code buffer[offset, offset + length)}. */
    static byte[] nearest(Object root, byte[] buffer, int offset, int length) {
        Object at = root;
        while (at instanceof Node node) {
            Object next = node.depth > length ? null : node.at(node.position(buffer, offset, length));
            at = next == null ? node.first() : next;
        }
        return (byte[]) at;
    }
}
