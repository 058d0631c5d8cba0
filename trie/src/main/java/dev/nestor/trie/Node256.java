package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/**
 * A child for every byte, found without a search. Besides nodes with many children, those with many records
 * below are of this kind: every lookup passes them, they are few, and a search in them would be a branch
 * that the processor cannot predict.
 */
final class Node256 extends Node {
    /** The fewest children that alone justify this kind. */
    static final int MIN = 37;

    /** The fewest children with which many records justify this kind; so few can not waste much memory. */
    static final int MIN_IF_HOT = 9;

    private static final long HOT_SIZE = 1024;

    private int childCount;
    private final @Nullable Object[] children;

    Node256(Owner owner, Node from) {
        super(owner, from);
        children = new @Nullable Object[256];
    }

    private Node256(Owner owner, Node256 from) {
        super(owner, from);
        childCount = from.childCount;
        children = from.children.clone();
    }

    /** Whether a node of a smaller kind should become one of this. */
    static boolean isWorthwhile(long size, int childCount) {
        return size >= HOT_SIZE && childCount >= MIN_IF_HOT;
    }

    @Override
    Node settled() {
        if (isStillWorthwhile()) {
            return this;
        }
        return moveTo(childCount <= Node16.MAX ? new Node16(owner, this) : new Node48(owner, this));
    }

    @Override
    Node256 copy(Owner newOwner) {
        return new Node256(newOwner, this);
    }

    /** More lenient than {@link #isWorthwhile}, so that a node on the edge does not change kind at every edit. */
    private boolean isStillWorthwhile() {
        return childCount >= MIN || (childCount >= MIN_IF_HOT && size >= HOT_SIZE / 2);
    }

    @Override
    @Nullable
    Object child(int key) {
        return children[key];
    }

    @Override
    int childCount() {
        return childCount;
    }

    @Override
    int ceiling(int key) {
        int at = key;
        while (at < ABOVE && children[at] == null) {
            at++;
        }
        return at;
    }

    @Override
    int floor(int key) {
        int at = key;
        while (at > ENTRY && children[at] == null) {
            at--;
        }
        return at;
    }

    @Override
    void replaceChild(int key, Object child) {
        children[key] = child;
    }

    @Override
    Node addChild(int key, Object child) {
        children[key] = child;
        childCount++;
        return this;
    }

    @Override
    Node removeChild(int key) {
        children[key] = null;
        childCount--;
        return settled();
    }
}
