package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/**
 * Up to 4 children in key order, in fields: one heap object of 48 bytes. Most nodes of a sparse trie are
 * of this kind.
 */
final class Node4 extends Node {
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

    private Node4(Owner owner, Node4 from) {
        super(owner, from);
        keys = from.keys;
        child0 = from.child0;
        child1 = from.child1;
        child2 = from.child2;
        child3 = from.child3;
    }

    @Override
    Node4 copy(Owner newOwner) {
        return new Node4(newOwner, this);
    }

    /** An unused key is 0 and could match, but its child is null, which is the right answer then. */
    @Override
    @Nullable
    Object child(int key) {
        return slot(indexOf(key));
    }

    @Override
    int childCount() {
        return child3 != null ? 4 : child2 != null ? 3 : child1 != null ? 2 : child0 != null ? 1 : 0;
    }

    @Override
    int ceiling(int key) {
        int index = countLess(key);
        return index < childCount() ? key(index) : ABOVE;
    }

    @Override
    int floor(int key) {
        int index = countLess(key + 1) - 1;
        return index >= 0 ? key(index) : ENTRY;
    }

    @Override
    void replaceChild(int key, Object child) {
        set(indexOf(key), child);
    }

    @Override
    Node addChild(int key, Object child) {
        int count = childCount();
        if (count == MAX) {
            return moveTo(new Node16(owner, this)).addChild(key, child);
        }
        int index = countLess(key);
        for (int i = count; i > index; i--) {
            set(i, slot(i - 1));
        }
        set(index, child);
        keys = (int) PackedBytes.insert(keys, index, key);
        return this;
    }

    @Override
    Node removeChild(int key) {
        int index = indexOf(key);
        for (int i = index; i < MAX - 1; i++) {
            set(i, slot(i + 1));
        }
        set(MAX - 1, null);
        keys = (int) PackedBytes.remove(Integer.toUnsignedLong(keys), index);
        return this;
    }

    private int indexOf(int key) {
        return PackedBytes.indexOf(keys, key);
    }

    private int countLess(int key) {
        return PackedBytes.countLess(keys, childCount(), key);
    }

    private int key(int index) {
        return PackedBytes.get(keys, index);
    }

    private @Nullable Object slot(int index) {
        return switch (index) {
            case 0 -> child0;
            case 1 -> child1;
            case 2 -> child2;
            case 3 -> child3;
            default -> null;
        };
    }

    private void set(int index, @Nullable Object child) {
        switch (index) {
            case 0 -> child0 = child;
            case 1 -> child1 = child;
            case 2 -> child2 = child;
            case 3 -> child3 = child;
            default -> throw new AssertionError("No slot " + index);
        }
    }
}
