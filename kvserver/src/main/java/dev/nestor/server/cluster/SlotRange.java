package dev.nestor.server.cluster;

/** The slots from the first to the last, both included. */
public record SlotRange(int first, int last) {
    /** How many slots there are in all. */
    public static final int SLOTS = 16384;

    public SlotRange {
        if (first < 0 || last < first || last >= SLOTS) {
            throw new IllegalArgumentException("no range of slots: " + first + " to " + last);
        }
    }

    /** The range of one of several partitions that share the slots evenly. */
    static SlotRange of(int partition, int partitions) {
        return new SlotRange(SLOTS * partition / partitions, SLOTS * (partition + 1) / partitions - 1);
    }

    public int size() {
        return last - first + 1;
    }
}
