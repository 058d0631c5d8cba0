package dev.nestor.bench.trie;

import java.lang.management.ManagementFactory;

/**
 * Live heap per record of a million, beyond the bytes of the values: what keys, nodes, headers and padding
 * cost. Measured as the difference that a load makes to the used heap after a full collection.
 */
public final class HeapPerRecord {
    private static final int KEYS = 1_000_000;

    private HeapPerRecord() {}

    public static void main(String[] args) {
        for (KeyFamily keys : KeyFamily.values()) {
            for (int valueLength : new int[] {8, 200}) {
                double nestor = bytes(Peer.NESTOR, keys, valueLength);
                double treeMap = bytes(Peer.TREE_MAP, keys, valueLength);
                System.out.printf(
                        "%-10s value %3d: Nestor %6.1f, TreeMap %6.1f bytes per record beyond the value, ratio %.2f%n",
                        keys, valueLength, nestor, treeMap, nestor / treeMap);
            }
        }
    }

    /** Bytes of heap per record, less the length of the value. */
    public static double bytes(Peer peer, KeyFamily keys, int valueLength) {
        Wire wire = Wire.shuffled(keys, 0, KEYS, 1);
        long before = usedAfterCollection();
        Store store = peer.load(wire, valueLength);
        long used = usedAfterCollection() - before;
        // Asked after the measurement, so that neither can be collected before it.
        if (store.get(wire.buffer, wire.offset(0), wire.length(0)) == null) {
            throw new IllegalStateException(peer + " has lost a record");
        }
        return used / (double) KEYS - valueLength;
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
