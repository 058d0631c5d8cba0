package dev.nestor.bench.trie;

import dev.nestor.bench.AtLeast;
import java.util.concurrent.TimeUnit;
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

/**
 * Puts batches of a thousand records into a million, in random order, and commits each batch: into keys
 * that are there, and into new ones. Only for peers with versions that stay as they were.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseCompactObjectHeaders"})
public class PutBenchmark {
    private static final int KEYS = 1_000_000;

    private final byte[] value = new byte[100];

    @Param({"NESTOR", "VAVR", "BIFURCAN"})
    public Peer peer = Peer.NESTOR;

    @Param
    public KeyFamily keys = KeyFamily.DECIMAL;

    private Wire loaded = Wire.shuffled(KeyFamily.DECIMAL, 0, 1, 0);
    private Wire present = loaded;
    private Wire fresh = loaded;
    private Store store = Peer.NESTOR.open();
    private Store growing = store;
    private int next;

    @Setup
    public void load() {
        loaded = Wire.shuffled(keys, 0, KEYS, 1);
        present = Wire.shuffled(keys, 0, KEYS, 2);
        fresh = Wire.shuffled(keys, KEYS, KEYS, 3);
        store = peer.load(loaded, value.length);
        growing = store.fork();
    }

    @Benchmark
    @AtLeast(
            value = 3,
            than = {"VAVR", "BIFURCAN"})
    @OperationsPerInvocation(Peer.BATCH)
    public Store replace() {
        putBatch(store, present);
        return store;
    }

    /** When all new keys are in, it starts again from the first million. */
    @Benchmark
    @AtLeast(
            value = 3,
            than = {"VAVR", "BIFURCAN"})
    @OperationsPerInvocation(Peer.BATCH)
    public Store insert() {
        if (next == 0) {
            growing = store.fork();
        }
        putBatch(growing, fresh);
        return growing;
    }

    private void putBatch(Store into, Wire wire) {
        into.putAll(wire, next, next + Peer.BATCH, value);
        into.commit();
        next = (next + Peer.BATCH) % KEYS;
    }
}
