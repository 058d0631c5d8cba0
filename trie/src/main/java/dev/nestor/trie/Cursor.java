package dev.nestor.trie;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks the records of a range in one direction. It sees the trie it was made from for ever, whatever is
 * written meanwhile, and holds no lock. For one thread.
 */
public final class Cursor {
    private final Range range;
    private final Direction direction;

    /** The way from the root to where the cursor stands; of each node, the position to go on from. */
    private @Nullable Node[] nodes = new @Nullable Node[8];

    private int[] positions = new int[8];
    private int height;

    /** A record that the cursor stands before and that is in no node of the way. */
    private byte @Nullable [] ahead;

    Cursor(@Nullable Object root, Range range, Direction direction) {
        this.range = range;
        this.direction = direction;
        byte[] start = direction == Direction.ASCENDING ? range.from : range.to;
        if (start != null) {
            Cut.find(root, start, new Start());
        } else if (root != null) {
            enter(root);
        }
    }

    /** The next record, or null when the range is exhausted. */
    public byte @Nullable [] next() {
        byte[] record = step();
        if (record == null || direction.isWithin(range, record)) {
            return record;
        }
        height = 0;
        return null;
    }

    private byte @Nullable [] step() {
        while (ahead == null && height > 0) {
            Node node = Objects.requireNonNull(nodes[height - 1]);
            int position = direction.nearest(node, positions[height - 1]);
            if (position < Node.ENTRY || position > Node.LAST) {
                nodes[--height] = null;
            } else {
                positions[height - 1] = direction.next(position);
                enter(node.occupant(position));
            }
        }
        byte[] record = ahead;
        ahead = null;
        return record;
    }

    private void enter(Object subtree) {
        if (subtree instanceof Node node) {
            push(node, direction.start());
        } else {
            ahead = (byte[]) subtree;
        }
    }

    private void push(Node node, int position) {
        if (height == nodes.length) {
            nodes = Arrays.copyOf(nodes, height * 2);
            positions = Arrays.copyOf(positions, height * 2);
        }
        nodes[height] = node;
        positions[height++] = position;
    }

    /** Sets the cursor onto the cut that its range starts at. */
    private final class Start implements Cut {
        @Override
        public void through(Node node, int position) {
            push(node, direction.next(position));
        }

        @Override
        public void beside(Object subtree, boolean above) {
            if (above == (direction == Direction.ASCENDING)) {
                enter(subtree);
            }
        }
    }
}
