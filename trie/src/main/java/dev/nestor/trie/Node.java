package dev.nestor.trie;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An inner node: branches on the key byte at {@link #depth}. A child is a record ({@code byte[]}) or
 * another node. All records below share their first {@code depth} key bytes, and there are at least two.
 *
 * <p>A <em>position</em> names a place in a node: {@link #ENTRY}, or a byte 0 to 255. Positions ascend as
 * the keys do. What differs between the kinds of node is only how they map a byte to a child.
 *
 * <p>Methods that write are called by the owner alone.
 */
abstract sealed class Node permits SortedNode, Node48, Node256 {
    /** The position of the record that ends at this node's depth. */
    static final int ENTRY = -1;

    static final int LAST = 255;

    /** "No position there", asked upwards. */
    static final int ABOVE = 256;

    /** "No position there", asked downwards. */
    static final int BELOW = -2;

    final int depth;
    final Owner owner;

    /** The number of records in this node and below. */
    long size;

    byte @Nullable [] entry;

    Node(Owner owner, int depth) {
        this.owner = owner;
        this.depth = depth;
    }

    Node(Owner owner, Node from) {
        this(owner, from.depth);
        this.size = from.size;
        this.entry = from.entry;
    }

    /** The child at a byte 0 to 255. */
    abstract @Nullable Object child(int key);

    abstract int childCount();

    /** The smallest byte with a child that is at least {@code key}, or {@link #ABOVE}. */
    abstract int ceiling(int key);

    /** The largest byte with a child that is at most {@code key}, or {@link #ENTRY}. */
    abstract int floor(int key);

    /** Puts a child in place of the one that is there. */
    abstract void replaceChild(int key, Object child);

    /** Adds a child where there is none. Returns this node, or the larger one that takes its place. */
    abstract Node addChild(int key, Object child);

    /** Removes a child that is there. Returns this node, or the smaller one that takes its place. */
    abstract Node removeChild(int key);

    abstract Node copy(Owner newOwner);

    static long sizeOf(Object subtree) {
        return subtree instanceof Node node ? node.size : 1;
    }

    final @Nullable Object at(int position) {
        return position == ENTRY ? entry : child(position);
    }

    /** The position that the key {@code buffer[offset, offset + length)} takes; it is not shorter than depth. */
    final int position(byte[] buffer, int offset, int length) {
        return depth < length ? buffer[offset + depth] & 0xff : ENTRY;
    }

    /** The smallest occupied position that is at least {@code position}, or {@link #ABOVE}. */
    final int ceilingPosition(int position) {
        if (position <= ENTRY) {
            return entry != null ? ENTRY : ceiling(0);
        }
        return position > LAST ? ABOVE : ceiling(position);
    }

    /** The largest occupied position that is at most {@code position}, or {@link #BELOW}. */
    final int floorPosition(int position) {
        int found = position > ENTRY ? floor(position) : position;
        return found == ENTRY && entry == null ? BELOW : found;
    }

    /** The entry or, without one, the first child. */
    final Object first() {
        return occupant(ceilingPosition(ENTRY));
    }

    /** The number of records at positions lower than {@code position}. */
    final long countBefore(int position) {
        long count = 0;
        for (int at = ceilingPosition(ENTRY); at < position; at = ceilingPosition(at + 1)) {
            count += sizeOf(occupant(at));
        }
        return count;
    }

    /** What is at a position that is known to be occupied. */
    final Object occupant(int position) {
        return Objects.requireNonNull(at(position));
    }

    final void replace(int position, Object with) {
        if (position == ENTRY) {
            entry = (byte[]) with;
        } else {
            replaceChild(position, with);
        }
    }

    /** Adds an entry or a child where there is none, and counts it. Returns what takes this node's place. */
    final Node add(int position, Object subtree) {
        size += sizeOf(subtree);
        if (position == ENTRY) {
            entry = (byte[]) subtree;
            return this;
        }
        return addChild(position, subtree);
    }

    /** Removes what is at a position. Returns what takes this node's place: the only one left, if only one is. */
    final Object remove(int position) {
        size -= sizeOf(occupant(position));
        Node left = this;
        if (position == ENTRY) {
            entry = null;
        } else {
            left = removeChild(position);
        }
        boolean single = left.childCount() + (entry == null ? 0 : 1) == 1;
        return single ? left.first() : left;
    }

    /** Fills {@code other}, a new node of another kind, with the children of this one. */
    final Node moveTo(Node other) {
        for (int at = ceiling(0); at != ABOVE; at = at == LAST ? ABOVE : ceiling(at + 1)) {
            other.addChild(at, occupant(at));
        }
        return other;
    }
}
