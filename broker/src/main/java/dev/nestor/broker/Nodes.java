package dev.nestor.broker;

import dev.nestor.protocol.Reply;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connections to single servers: for what concerns a server rather than a key, and for replicas. Made when needed, and
 * made anew after they broke. Safe for use by any thread.
 */
final class Nodes implements AutoCloseable {
    private static final long SHUTDOWN_SECONDS = 2;
    private static final Invocation READONLY = Invocation.of("READONLY");

    /** How a server is asked. */
    enum Mode {
        /** It answers for the partitions that it leads. */
        LEADER,
        /** It answers for those that it holds, with what it knows. */
        REPLICA
    }

    private record Line(ServerAddress server, Mode mode) {}

    private final RedisClient client;
    private final Map<Line, CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> lines =
            new ConcurrentHashMap<>();

    /**
     * @param resources are closed by whoever made them
     */
    Nodes(ClientResources resources) {
        this.client = RedisClient.create(resources);
        client.setOptions(Lettuce.singleOptions());
    }

    /** Sends a request to this server. */
    Attempt send(ServerAddress server, Mode mode, Invocation invocation, Duration timeout) {
        return send(server, mode, List.of(invocation), timeout).getFirst();
    }

    /** Sends requests to this server, one behind the other. */
    List<Attempt> send(ServerAddress server, Mode mode, List<Invocation> invocations, Duration timeout) {
        Deadline deadline = Deadline.in(timeout);
        StatefulRedisConnection<byte[], byte[]> connection;
        try {
            connection = connection(new Line(server, mode)).get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return all(invocations, server + " can't be reached");
        } catch (TimeoutException e) {
            return all(invocations, server + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return all(invocations, "it was interrupted");
        }
        return invocations.stream().map(invocation -> dispatch(connection, invocation)).toList().stream()
                .map(answer -> Transport.await(answer, server, deadline.left()))
                .toList();
    }

    private static List<Attempt> all(List<Invocation> invocations, String why) {
        return invocations.stream()
                .<Attempt>map(_ -> new Attempt.NothingDone(why))
                .toList();
    }

    private static RedisFuture<Reply> dispatch(
            StatefulRedisConnection<byte[], byte[]> connection, Invocation invocation) {
        return connection
                .async()
                .dispatch(
                        new Lettuce.Name(invocation.text(0)),
                        new ReplyOutput(invocation.answersStatus()),
                        Lettuce.arguments(invocation));
    }

    private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection(Line line) {
        return lines.compute(line, (_, known) -> known == null || isBroken(known) ? connect(line) : known);
    }

    private static boolean isBroken(CompletableFuture<StatefulRedisConnection<byte[], byte[]>> known) {
        return known.isCompletedExceptionally()
                || (known.isDone() && !known.join().isOpen());
    }

    private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connect(Line line) {
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connected = client.connectAsync(
                        ByteArrayCodec.INSTANCE, Lettuce.uri(line.server()))
                .toCompletableFuture();
        return switch (line.mode()) {
            case LEADER -> connected;
            case REPLICA ->
                connected.thenCompose(
                        connection -> dispatch(connection, READONLY).thenApply(_ -> connection));
        };
    }

    @Override
    public void close() {
        client.shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}
