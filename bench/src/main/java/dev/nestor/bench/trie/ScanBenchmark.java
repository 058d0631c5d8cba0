package dev.nestor.bench.trie;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Reads a hundred records in key order, from a random one of a million on. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScanBenchmark extends MillionRecords {
    private static final int SCANNED = 100;

    @Param({"NESTOR", "TREE_MAP", "SKIP_LIST", "PATRICIA_TRIE"})
    public Peer peer = Peer.NESTOR;

    private Wire wire = Wire.shuffled(KeyFamily.DECIMAL, 0, 1, 0);
    private Store store = Peer.NESTOR.open();
    private int next;

    @Setup
    public void load() {
        store = peer.load(Wire.shuffled(keys, 0, KEYS, 1), 100);
        wire = Wire.shuffled(keys, 0, KEYS, 2);
    }

    @Benchmark
    public int scan() {
        int i = next;
        next = i + 1 == KEYS ? 0 : i + 1;
        return store.scan(wire.buffer, wire.offset(i), wire.length(i), SCANNED);
    }
}
