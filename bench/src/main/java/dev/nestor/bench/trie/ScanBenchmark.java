package dev.nestor.bench.trie;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads a hundred records in key order, from a random one of a million on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseCompactObjectHeaders"})
public class ScanBenchmark {
    private static final int KEYS = 1_000_000;
    private static final int SCANNED = 100;

    @Param({"NESTOR", "TREE_MAP", "SKIP_LIST", "PATRICIA_TRIE"})
    public Peer peer = Peer.NESTOR;

    @Param
    public KeyFamily keys = KeyFamily.DECIMAL;

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
