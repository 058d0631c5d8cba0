package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/**
 * Up to 48 children in key order; a bitmap of 256 bits says which keys have one, and the number of bits
 * below a key is the index of its child.
 */
final class Node48 extends Node {
    static final int MAX = 48;
    static final int MIN = 13;

    private long bits0;
    private long bits1;
    private long bits2;
    private long bits3;
    private @Nullable Object[] children;

    Node48(Owner owner, Node from) {
        super(owner, from);
        children = new @Nullable Object[1];
    }

    private Node48(Owner owner, Node48 from) {
        super(owner, from);
        bits0 = from.bits0;
        bits1 = from.bits1;
        bits2 = from.bits2;
        bits3 = from.bits3;
        children = from.children.clone();
    }

    @Override
    Node48 copy(Owner newOwner) {
        return new Node48(newOwner, this);
    }

    @Override
    @Nullable
    Object child(int key) {
        return ((word(key >>> 6) >>> key) & 1) == 0 ? null : children[countLess(key)];
    }

    @Override
    int childCount() {
        return Slots.count(children);
    }

    @Override
    int ceiling(int key) {
        long bits = word(key >>> 6) & -1L << key;
        for (int word = key >>> 6; ; bits = word(word)) {
            if (bits != 0) {
                return word << 6 | Long.numberOfTrailingZeros(bits);
            }
            if (++word == 4) {
                return ABOVE;
            }
        }
    }

    @Override
    int floor(int key) {
        long bits = word(key >>> 6) & -1L >>> ~key;
        for (int word = key >>> 6; ; bits = word(word)) {
            if (bits != 0) {
                return word << 6 | 63 - Long.numberOfLeadingZeros(bits);
            }
            if (--word < 0) {
                return ENTRY;
            }
        }
    }

    @Override
    void replaceChild(int key, Object child) {
        children[countLess(key)] = child;
    }

    @Override
    Node addChild(int key, Object child) {
        if (childCount() == MAX) {
            return moveTo(new Node256(owner, this)).addChild(key, child);
        }
        children = Slots.insert(children, countLess(key), child);
        flip(key);
        return this;
    }

    @Override
    Node removeChild(int key) {
        children = Slots.remove(children, countLess(key));
        flip(key);
        return childCount() < MIN ? moveTo(new Node16(owner, this)) : this;
    }

    /** Counts the bits below {@code key} without a branch: which word a random key falls into is unpredictable. */
    private int countLess(int key) {
        long past0 = onesIfLess(63, key);
        long past1 = onesIfLess(127, key);
        long past2 = onesIfLess(191, key);
        long word = bits0 ^ ((bits0 ^ bits1) & past0) ^ ((bits1 ^ bits2) & past1) ^ ((bits2 ^ bits3) & past2);
        return Long.bitCount(bits0 & past0)
                + Long.bitCount(bits1 & past1)
                + Long.bitCount(bits2 & past2)
                + Long.bitCount(word & ((1L << key) - 1));
    }

    private static long onesIfLess(int limit, int key) {
        return ((long) limit - key) >> 63;
    }

    private long word(int index) {
        return switch (index) {
            case 0 -> bits0;
            case 1 -> bits1;
            case 2 -> bits2;
            default -> bits3;
        };
    }

    private void flip(int key) {
        long bit = 1L << key;
        switch (key >>> 6) {
            case 0 -> bits0 ^= bit;
            case 1 -> bits1 ^= bit;
            case 2 -> bits2 ^= bit;
            default -> bits3 ^= bit;
        }
    }
}
