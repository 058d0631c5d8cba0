package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/** Up to 4 children in 48 bytes. Most nodes of a sparse trie are of this kind. */
final class Node4 extends SortedNode {
    static final int MAX = 4;

    private int keys;
    private @Nullable Object child0;
    private @Nullable Object child1;
    private @Nullable Object child2;
    private @Nullable Object child3;

    Node4(Owner owner, int depth) {
        super(owner, depth);
    }

    Node4(Owner owner, Node from) {
        super(owner, from);
    }

    @Override
    Node4 copy(Owner newOwner) {
        Node4 copy = new Node4(newOwner, this);
        copy.keys = keys;
        copy.child0 = child0;
        copy.child1 = child1;
        copy.child2 = child2;
        copy.child3 = child3;
        return copy;
    }

    @Override
    int capacity() {
        return MAX;
    }

    @Override
    int childCount() {
        return child3 != null ? 4 : child2 != null ? 3 : child1 != null ? 2 : child0 != null ? 1 : 0;
    }

    @Override
    int indexOf(int key) {
        return PackedBytes.indexOf(keys, key);
    }

    @Override
    int countLess(int key) {
        return PackedBytes.countLess(keys, childCount(), key);
    }

    @Override
    int key(int index) {
        return PackedBytes.get(keys, index);
    }

    @Override
    void insertKey(int index, int key) {
        keys = (int) PackedBytes.insert(keys, index, key);
    }

    @Override
    void removeKey(int index) {
        keys = (int) PackedBytes.remove(Integer.toUnsignedLong(keys), index);
    }

    @Override
    Node larger() {
        return new Node16(owner, this);
    }

    @Override
    Node shrunk() {
        return this;
    }

    @Override
    @Nullable
    Object slot(int index) {
        return switch (index) {
            case 0 -> child0;
            case 1 -> child1;
            case 2 -> child2;
            case 3 -> child3;
            default -> null;
        };
    }

    @Override
    void setSlot(int index, @Nullable Object child) {
        switch (index) {
            case 0 -> child0 = child;
            case 1 -> child1 = child;
            case 2 -> child2 = child;
            case 3 -> child3 = child;
            default -> throw new IndexOutOfBoundsException(index);
        }
    }
}
