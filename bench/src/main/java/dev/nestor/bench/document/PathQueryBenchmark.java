package dev.nestor.bench.document;

import dev.nestor.bench.AtLeast;
import dev.nestor.document.Document;
import dev.nestor.document.Value;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a stored document to the value at a path of three names that were compiled before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@SuppressWarnings("NullAway.Init") // the set-up fills the fields
public class PathQueryBenchmark {
    private static final JsonMapper JACKSON = new JsonMapper();

    @Param
    public SampleDocument document;

    private byte[] packed;
    private byte[][] names;
    private byte[] text;
    private JsonPointer pointer;

    @Setup
    public void prepare() {
        text = document.text();
        packed = Document.parse(text).packed();
        names = document.names();
        pointer = document.pointer();
    }

    @Benchmark
    public @Nullable Value nestor() {
        Value value = Document.ofPacked(packed, 0, packed.length).root();
        for (byte[] name : names) {
            Value member = value.member(name);
            if (member == null) {
                return null;
            }
            value = member;
        }
        return value;
    }

    @Benchmark
    @AtLeast(20)
    public JsonNode jackson() {
        return JACKSON.readTree(text).at(pointer);
    }
}
