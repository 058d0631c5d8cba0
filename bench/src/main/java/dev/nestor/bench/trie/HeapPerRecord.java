package dev.nestor.bench.trie;

import dev.nestor.bench.Comparison;
import dev.nestor.bench.Footprint;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Live heap per record of a million, beyond the bytes of the values: what keys, nodes, headers and padding cost.
 * Measured as the difference that a load makes to the used heap after a full collection.
 */
public final class HeapPerRecord implements Footprint {
    private static final int KEYS = 1_000_000;
    private static final int VALUE_LENGTH = 200;

    @Override
    public String name() {
        return "trie heap per record";
    }

    @Override
    public List<Comparison> measure(boolean quick) {
        List<Comparison> comparisons = new ArrayList<>();
        for (KeyFamily keys : quick ? new KeyFamily[] {KeyFamily.DECIMAL} : KeyFamily.values()) {
            comparisons.add(new Comparison(
                    name() + ", " + keys.name().toLowerCase(Locale.ROOT),
                    "tree map",
                    "B",
                    bytes(Peer.NESTOR, keys),
                    bytes(Peer.TREE_MAP, keys),
                    OptionalDouble.of(2)));
        }
        return comparisons;
    }

    private static double bytes(Peer peer, KeyFamily keys) {
        Wire wire = Wire.shuffled(keys, 0, KEYS, 1);
        long before = usedAfterCollection();
        Store store = peer.load(wire, VALUE_LENGTH);
        long used = usedAfterCollection() - before;
        // Asked after the measurement, so that neither can be collected before it.
        if (store.get(wire.buffer, wire.offset(0), wire.length(0)) == null) {
            throw new IllegalStateException(peer + " has lost a record");
        }
        return used / (double) KEYS - VALUE_LENGTH;
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
