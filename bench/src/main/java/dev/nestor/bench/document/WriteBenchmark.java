package dev.nestor.bench.document;

import dev.nestor.document.Document;
import dev.nestor.document.Layout;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a document in memory to JSON text. Jackson's document is a tree that was read before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@SuppressWarnings("NullAway.Init") // the set-up fills the fields
public class WriteBenchmark {
    private static final JsonMapper JACKSON = new JsonMapper();

    @Param
    public SampleDocument document;

    private Document packed;
    private JsonNode tree;

    @Setup
    public void prepare() {
        packed = Document.parse(document.text());
        tree = JACKSON.readTree(document.text());
    }

    @Benchmark
    public byte[] nestor() {
        return packed.toJson(Layout.COMPACT);
    }

    @Benchmark
    public byte[] jackson() {
        return JACKSON.writeValueAsBytes(tree);
    }
}
