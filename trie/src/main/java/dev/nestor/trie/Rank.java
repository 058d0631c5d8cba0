package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/** Counts the records below a key. */
final class Rank implements Cut {
    private long below;

    private Rank() {}

    static long of(@Nullable Object root, byte[] key) {
        Rank rank = new Rank();
        Cut.find(root, key, rank);
        return rank.below;
    }

    @Override
    public void through(Node node, int position) {
        below += node.countBefore(position);
    }

    @Override
    public void beside(Object subtree, boolean above) {
        below += above ? 0 : Node.sizeOf(subtree);
    }
}
