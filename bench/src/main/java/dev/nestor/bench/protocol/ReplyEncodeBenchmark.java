package dev.nestor.bench.protocol;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.ReplyBatch;
import dev.nestor.protocol.RespVersion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.redis.FullBulkStringRedisMessage;
import io.netty.handler.codec.redis.RedisEncoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Answering bulk strings: 16 of them, written and flushed into a channel. The figure is for one reply. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@OperationsPerInvocation(ReplyEncodeBenchmark.REPLIES)
public class ReplyEncodeBenchmark {
    static final int REPLIES = 16;

    /** How long each string is. */
    @Param({"20", "200", "20000"})
    public int sizeBytes = 200;

    private byte[] value = {};
    private EmbeddedChannel nestor = new EmbeddedChannel();
    private EmbeddedChannel netty = new EmbeddedChannel();
    private ReplyBatch batch = new ReplyBatch(nestor.alloc());

    @Setup(Level.Trial)
    public void open() {
        value = new byte[sizeBytes];
        nestor = new EmbeddedChannel();
        batch = new ReplyBatch(nestor.alloc());
        netty = new EmbeddedChannel(new RedisEncoder());
    }

    @TearDown(Level.Trial)
    public void close() {
        nestor.finishAndReleaseAll();
        netty.finishAndReleaseAll();
    }

    @Benchmark
    public long nestor() {
        for (int i = 0; i < REPLIES; i++) {
            batch.add(Reply.bulk(value), RespVersion.RESP3);
        }
        batch.writeTo(nestor);
        nestor.flush();
        return release(nestor);
    }

    @Benchmark
    @SuppressWarnings("FutureReturnValueIgnored") // an embedded channel writes at once
    public long nettyCodecRedis() {
        for (int i = 0; i < REPLIES; i++) {
            netty.write(new FullBulkStringRedisMessage(Unpooled.wrappedBuffer(value)));
        }
        netty.flush();
        return release(netty);
    }

    private static long release(EmbeddedChannel channel) {
        long bytes = 0;
        for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
            bytes += buffer.readableBytes();
            buffer.release();
        }
        return bytes;
    }
}
