package dev.nestor.trie;

import org.jspecify.annotations.Nullable;

/** A child for every byte, found without a search. */
final class Node256 extends Node {
    static final int MIN = 37;

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

    @Override
    Node256 copy(Owner newOwner) {
        return new Node256(newOwner, this);
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
        return childCount < MIN ? moveTo(new Node48(owner, this)) : this;
    }
}
