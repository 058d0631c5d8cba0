package dev.nestor.bench.protocol;

import dev.nestor.protocol.FrameLimits;
import dev.nestor.protocol.RequestDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.redis.RedisArrayAggregator;
import io.netty.handler.codec.redis.RedisBulkStringAggregator;
import io.netty.handler.codec.redis.RedisDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.infra.Blackhole;

/** Reading requests: 16 in one buffer, up to the handler behind the decoder. The figure is for one request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@OperationsPerInvocation(RequestDecodeBenchmark.REQUESTS)
public class RequestDecodeBenchmark {
    static final int REQUESTS = 16;

    /** What each request is: a GET of a short key, or a SET of 200 bytes. */
    @Param({"GET", "SET"})
    public String command = "GET";

    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private EmbeddedChannel nestor = new EmbeddedChannel();
    private EmbeddedChannel netty = new EmbeddedChannel();

    @Setup(Level.Trial)
    public void open(Blackhole blackhole) {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < REQUESTS; i++) {
            requests.append(request("person" + (100_000 + i * 7919)));
        }
        byte[] encoded = requests.toString().getBytes(StandardCharsets.US_ASCII);
        bytes = Unpooled.directBuffer(encoded.length).writeBytes(encoded);
        nestor = new EmbeddedChannel(new RequestDecoder(FrameLimits.AUTHENTICATED), new Sink(blackhole));
        netty = new EmbeddedChannel(
                new RedisDecoder(),
                new RedisBulkStringAggregator(),
                new RedisArrayAggregator(1 << 20, 8),
                new Sink(blackhole));
    }

    private String request(String key) {
        String get = "$3\r\n" + command + "\r\n$" + key.length() + "\r\n" + key + "\r\n";
        return command.equals("GET") ? "*2\r\n" + get : "*3\r\n" + get + "$200\r\n" + "v".repeat(200) + "\r\n";
    }

    @TearDown(Level.Trial)
    public void close() {
        nestor.finishAndReleaseAll();
        netty.finishAndReleaseAll();
        bytes.release();
    }

    @Benchmark
    public void nestor() {
        nestor.writeInbound(bytes.retainedDuplicate());
    }

    @Benchmark
    public void nettyCodecRedis() {
        netty.writeInbound(bytes.retainedDuplicate());
    }

    /** Where a server would run the request. */
    private static final class Sink extends ChannelInboundHandlerAdapter {
        private final Blackhole blackhole;

        Sink(Blackhole blackhole) {
            this.blackhole = blackhole;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object request) {
            blackhole.consume(request);
            ReferenceCountUtil.release(request);
        }
    }
}
