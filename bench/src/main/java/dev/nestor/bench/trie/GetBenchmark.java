package dev.nestor.bench.trie;

import dev.nestor.bench.AtLeast;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Gets one of a million records by a key that stands in a buffer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseCompactObjectHeaders"})
public class GetBenchmark {
    private static final int KEYS = 1_000_000;
    private static final int PIPELINED = 16;
    private static final int VALUE_LENGTH = 100;

    @Param({"NESTOR", "HASH_MAP", "TREE_MAP", "SKIP_LIST", "PATRICIA_TRIE", "CONCURRENT_TREES"})
    public Peer peer = Peer.NESTOR;

    @Param
    public KeyFamily keys = KeyFamily.DECIMAL;

    private Wire wire = Wire.shuffled(KeyFamily.DECIMAL, 0, 1, 0);
    private Store store = Peer.NESTOR.open();
    private int next;

    @Setup
    public void load() {
        store = peer.load(Wire.shuffled(keys, 0, KEYS, 1), VALUE_LENGTH);
        wire = Wire.shuffled(keys, 0, KEYS, 2);
    }

    /** Sixteen keys that are known at once, as in a pipeline or an MGET. */
    @Benchmark
    @OperationsPerInvocation(PIPELINED)
    public int getPipelined() {
        int from = next;
        next = from + 2 * PIPELINED > KEYS ? 0 : from + PIPELINED;
        return store.getAll(wire, from, from + PIPELINED);
    }

    @Benchmark
    @AtLeast(value = 1, than = "HASH_MAP")
    @AtLeast(
            value = 3,
            than = {"TREE_MAP", "SKIP_LIST", "PATRICIA_TRIE", "CONCURRENT_TREES"})
    public @Nullable Object get() {
        int i = next;
        next = i + 1 == KEYS ? 0 : i + 1;
        return store.get(wire.buffer, wire.offset(i), wire.length(i));
    }
}
