package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/** Up to 16 children in 112 bytes; their keys stand in two longs, the first eight in {@code lowKeys}. */
final class Node16 extends SortedNode {
    static final int MAX = 16;

    /** Less than what the kind before holds, so that a node on the edge does not change kind at every edit. */
    static final int MIN = 4;

    private long lowKeys;
    private long highKeys;
    private @Nullable Object child0;
    private @Nullable Object child1;
    private @Nullable Object child2;
    private @Nullable Object child3;
    private @Nullable Object child4;
    private @Nullable Object child5;
    private @Nullable Object child6;
    private @Nullable Object child7;
    private @Nullable Object child8;
    private @Nullable Object child9;
    private @Nullable Object child10;
    private @Nullable Object child11;
    private @Nullable Object child12;
    private @Nullable Object child13;
    private @Nullable Object child14;
    private @Nullable Object child15;

    Node16(Owner owner, Node from) {
        super(owner, from);
    }

    @Override
    Node16 copy(Owner newOwner) {
        Node16 copy = new Node16(newOwner, this);
        copy.lowKeys = lowKeys;
        copy.highKeys = highKeys;
        copy.child0 = child0;
        copy.child1 = child1;
        copy.child2 = child2;
        copy.child3 = child3;
        copy.child4 = child4;
        copy.child5 = child5;
        copy.child6 = child6;
        copy.child7 = child7;
        copy.child8 = child8;
        copy.child9 = child9;
        copy.child10 = child10;
        copy.child11 = child11;
        copy.child12 = child12;
        copy.child13 = child13;
        copy.child14 = child14;
        copy.child15 = child15;
        return copy;
    }

    @Override
    int capacity() {
        return MAX;
    }

    @Override
    int childCount() {
        int count = child7 == null ? 0 : 8;
        while (count < MAX && slot(count) != null) {
            count++;
        }
        return count;
    }

    @Override
    int indexOf(int key) {
        int index = PackedBytes.indexOf(lowKeys, key);
        return index < 8 ? index : 8 + PackedBytes.indexOf(highKeys, key);
    }

    @Override
    int countLess(int key) {
        int count = childCount();
        int less = PackedBytes.countLess(lowKeys, Math.min(count, 8), key);
        return less < 8 ? less : 8 + PackedBytes.countLess(highKeys, count - 8, key);
    }

    @Override
    int key(int index) {
        return index < 8 ? PackedBytes.get(lowKeys, index) : PackedBytes.get(highKeys, index - 8);
    }

    @Override
    void insertKey(int index, int key) {
        if (index < 8) {
            highKeys = PackedBytes.insert(highKeys, 0, PackedBytes.get(lowKeys, 7));
            lowKeys = PackedBytes.insert(lowKeys, index, key);
        } else {
            highKeys = PackedBytes.insert(highKeys, index - 8, key);
        }
    }

    @Override
    void removeKey(int index) {
        if (index < 8) {
            int carried = PackedBytes.get(highKeys, 0);
            lowKeys = PackedBytes.insert(PackedBytes.remove(lowKeys, index), 7, carried);
            highKeys = PackedBytes.remove(highKeys, 0);
        } else {
            highKeys = PackedBytes.remove(highKeys, index - 8);
        }
    }

    @Override
    Node larger() {
        return new Node48(owner, this);
    }

    @Override
    Node shrunk() {
        return slot(MIN - 1) == null ? moveTo(new Node4(owner, this)) : this;
    }

    @Override
    @Nullable
    Object slot(int index) {
        return switch (index) {
            case 0 -> child0;
            case 1 -> child1;
            case 2 -> child2;
            case 3 -> child3;
            case 4 -> child4;
            case 5 -> child5;
            case 6 -> child6;
            case 7 -> child7;
            case 8 -> child8;
            case 9 -> child9;
            case 10 -> child10;
            case 11 -> child11;
            case 12 -> child12;
            case 13 -> child13;
            case 14 -> child14;
            case 15 -> child15;
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
            case 4 -> child4 = child;
            case 5 -> child5 = child;
            case 6 -> child6 = child;
            case 7 -> child7 = child;
            case 8 -> child8 = child;
            case 9 -> child9 = child;
            case 10 -> child10 = child;
            case 11 -> child11 = child;
            case 12 -> child12 = child;
            case 13 -> child13 = child;
            case 14 -> child14 = child;
            case 15 -> child15 = child;
            default -> throw new IndexOutOfBoundsException(index);
        }
    }
}
