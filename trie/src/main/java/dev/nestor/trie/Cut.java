package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/**
 * A key cuts the trie in two: records below the key, and records at or above it. {@link #find} walks along
 * the cut, from the root down, and shows each piece once.
 */
interface Cut {
    /** The cut goes through a node: positions before {@code position} lie below, those after it above. */
    void through(Node node, int position);

    /** The cut ends beside a subtree that lies wholly below or wholly above. */
    void beside(Object subtree, boolean above);

    static void find(@Nullable Object root, byte[] key, Cut cut) {
        if (root == null) {
            return;
        }
        Path path = new Path();
        byte[] near = path.walk(root, key, 0, key.length);
        int differs = TrieRecord.mismatch(near, key, 0, key.length);
        int shared = differs < 0 ? path.height() : path.nodesBefore(differs);
        for (int i = 0; i < shared; i++) {
            cut.through(path.node(i), path.node(i).position(key, 0, key.length));
        }
        Object end = shared < path.height() ? path.node(shared) : near;
        if (end instanceof Node node && node.depth == differs) {
            cut.through(node, node.position(key, 0, key.length));
        } else {
            cut.beside(end, TrieRecord.compareKey(near, key, 0, key.length) >= 0);
        }
    }
}
