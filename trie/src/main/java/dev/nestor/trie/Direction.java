package dev.nestor.trie;

/** Which way a cursor goes. */
public enum Direction {
    ASCENDING {
        @Override
        int start() {
            return Node.ENTRY;
        }

        @Override
        int next(int position) {
            return position + 1;
        }

        @Override
        int nearest(Node node, int position) {
            return node.ceilingPosition(position);
        }

        @Override
        boolean isWithin(Range range, byte[] record) {
            return range.reachesUpTo(record);
        }
    },

    DESCENDING {
        @Override
        int start() {
            return Node.LAST;
        }

        @Override
        int next(int position) {
            return position - 1;
        }

        @Override
        int nearest(Node node, int position) {
            return node.floorPosition(position);
        }

        @Override
        boolean isWithin(Range range, byte[] record) {
            return range.reachesDownTo(record);
        }
    };

    /** The position a walk through a node starts at. */
    abstract int start();

    abstract int next(int position);

    /** The occupied position at or, in this direction, after {@code position}; outside of the node if none is. */
    abstract int nearest(Node node, int position);

    /** Whether a record, met on the way, has not passed the far end of the range. */
    abstract boolean isWithin(Range range, byte[] record);
}
