package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/**
 * A node whose children lie in fields, in key order and without a gap: one heap object, where an array
 * would cost a second object and, on every lookup, a second cache miss.
 */
abstract sealed class SortedNode extends Node permits Node4, Node16 {
    SortedNode(Owner owner, int depth) {
        super(owner, depth);
    }

    SortedNode(Owner owner, Node from) {
        super(owner, from);
    }

    abstract int capacity();

    /** The child at an index, null past the last one. */
    abstract @Nullable Object slot(int index);

    abstract void setSlot(int index, @Nullable Object child);

    abstract int key(int index);

    /** The index of a key that has a child; of another, an index whose slot is null. */
    abstract int indexOf(int key);

    abstract int countLess(int key);

    abstract void insertKey(int index, int key);

    abstract void removeKey(int index);

    /** A new node of the next kind, without children. */
    abstract Node larger();

    /** This node, or the one of the kind before that it is small enough for. */
    abstract Node shrunk();

    @Override
    final @Nullable Object child(int key) {
        return slot(indexOf(key));
    }

    @Override
    final int ceiling(int key) {
        int index = countLess(key);
        return index < childCount() ? key(index) : ABOVE;
    }

    @Override
    final int floor(int key) {
        int index = countLess(key + 1) - 1;
        return index >= 0 ? key(index) : ENTRY;
    }

    @Override
    final void replaceChild(int key, Object child) {
        setSlot(indexOf(key), child);
    }

    @Override
    final Node addChild(int key, Object child) {
        int count = childCount();
        if (count == capacity()) {
            return moveTo(larger()).addChild(key, child);
        }
        int index = countLess(key);
        for (int i = count; i > index; i--) {
            setSlot(i, slot(i - 1));
        }
        setSlot(index, child);
        insertKey(index, key);
        return this;
    }

    @Override
    final Node removeChild(int key) {
        int index = indexOf(key);
        int last = childCount() - 1;
        for (int i = index; i < last; i++) {
            setSlot(i, slot(i + 1));
        }
        setSlot(last, null);
        removeKey(index);
        return shrunk();
    }
}
