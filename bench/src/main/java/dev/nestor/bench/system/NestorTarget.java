package dev.nestor.bench.system;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Nestor by Lettuce's cluster client: a connection to each server, shared by all clients. */
final class NestorTarget implements Target {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ClientResources resources =
            ClientResources.builder().nettyCustomizer(new ConsolidatedFlushes()).build();
    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<byte[], byte[]> connection;

    NestorTarget(List<Integer> ports) {
        client = RedisClusterClient.create(
                resources,
                ports.stream().map(port -> RedisURI.create("127.0.0.1", port)).toList());
        connection = client.connect(ByteArrayCodec.INSTANCE);
    }

    @Override
    public void put(int clientNumber, byte[] key, byte[] value, Answered answered) {
        tell(answered, connection.async().set(key, value));
    }

    @Override
    public void get(int clientNumber, byte[] key, Answered answered) {
        tell(answered, connection.async().get(key));
    }

    void putJson(byte[] key, byte[] document, Answered answered) {
        CommandArgs<byte[], byte[]> arguments =
                new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key).add("$").add(document);
        tell(
                answered,
                connection
                        .async()
                        .dispatch(CommandType.JSON_SET, new StatusOutput<>(ByteArrayCodec.INSTANCE), arguments));
    }

    /** Returns when the key is there. */
    void awaitAnswer(byte[] key) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere(key)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("no answer for " + PATIENCE);
            }
        }
    }

    private boolean isThere(byte[] key) {
        try {
            return connection.sync().exists(key) == 1;
        } catch (RedisException notYet) {
            return false;
        }
    }

    private static void tell(Answered answered, CompletionStage<?> stage) {
        var _ = stage.whenComplete((answer, failure) -> answered.with(failure));
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
        resources.shutdown().awaitUninterruptibly();
    }

    /** gRPC sends what has gathered with one system call; Lettuce does so with Netty's handler for it. */
    private static final class ConsolidatedFlushes implements NettyCustomizer {
        @Override
        public void afterChannelInitialized(Channel channel) {
            channel.pipeline()
                    .addFirst(new FlushConsolidationHandler(
                            FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
        }
    }
}
