package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/** Up to 16 children in key order; their keys packed into two longs, the first eight in {@code lowKeys}. */
final class Node16 extends Node {
    static final int MAX = 16;
    /** Below the maximum of the kind beneath, so that a node on the edge does not change kind at every edit. */
    static final int MIN = 4;

    private long lowKeys;
    private long highKeys;
    private @Nullable Object[] children;

    Node16(Owner owner, Node from) {
        super(owner, from);
        children = new @Nullable Object[1];
    }

    private Node16(Owner owner, Node16 from) {
        super(owner, from);
        lowKeys = from.lowKeys;
        highKeys = from.highKeys;
        children = from.children.clone();
    }

    @Override
    Node16 copy(Owner newOwner) {
        return new Node16(newOwner, this);
    }

    /** An unused key is 0 and could match, but its child is null or none, which is the right answer then. */
    @Override
    @Nullable
    Object child(int key) {
        int index = indexOf(key);
        return index < children.length ? children[index] : null;
    }

    @Override
    int childCount() {
        return Slots.count(children);
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
        children[indexOf(key)] = child;
    }

    @Override
    Node addChild(int key, Object child) {
        if (childCount() == MAX) {
            return moveTo(new Node48(owner, this)).addChild(key, child);
        }
        int index = countLess(key);
        children = Slots.insert(children, index, child);
        if (index < 8) {
            highKeys = PackedBytes.insert(highKeys, 0, PackedBytes.get(lowKeys, 7));
            lowKeys = PackedBytes.insert(lowKeys, index, key);
        } else {
            highKeys = PackedBytes.insert(highKeys, index - 8, key);
        }
        return this;
    }

    @Override
    Node removeChild(int key) {
        int index = indexOf(key);
        children = Slots.remove(children, index);
        if (index < 8) {
            int carried = PackedBytes.get(highKeys, 0);
            lowKeys = PackedBytes.insert(PackedBytes.remove(lowKeys, index), 7, carried);
            highKeys = PackedBytes.remove(highKeys, 0);
        } else {
            highKeys = PackedBytes.remove(highKeys, index - 8);
        }
        return childCount() < MIN ? moveTo(new Node4(owner, this)) : this;
    }

    private int indexOf(int key) {
        int index = PackedBytes.indexOf(lowKeys, key);
        return index < 8 ? index : 8 + PackedBytes.indexOf(highKeys, key);
    }

    private int countLess(int key) {
        int count = childCount();
        int less = PackedBytes.countLess(lowKeys, Math.min(count, 8), key);
        return less < 8 ? less : 8 + PackedBytes.countLess(highKeys, count - 8, key);
    }

    private int key(int index) {
        return index < 8 ? PackedBytes.get(lowKeys, index) : PackedBytes.get(highKeys, index - 8);
    }
}
