package dev.nestor.broker;

import dev.nestor.protocol.Reply;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
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
    /** After that long without an answer a server is taken for dead, and another is looked for. */
    static final Duration ATTEMPT = Duration.ofSeconds(3);

    private static final long SHUTDOWN_SECONDS = 2;
    private static final Invocation READONLY = Invocation.of("READONLY");
    private static final Invocation PING = Invocation.of("PING");

    /** How a server is asked. */
    enum Mode {
        /** It answers for the partitions that it leads. */
        LEADER,
        /** It answers for those that it holds, with what it knows. */
        REPLICA,
        /** It says that it is there, on a connection where it has nothing else to do. */
        SIGN_OF_LIFE
    }

    private record Line(ServerAddress server, Mode mode) {}

    /** How long a question stands that a server has left unanswered. Then it is asked anew, and waited for again. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final RedisClient client;
    private final Map<Line, CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> lines =
            new ConcurrentHashMap<>();

    /** What servers were asked after they did not answer in time. */
    private final Map<ServerAddress, CompletableFuture<?>> probes = new ConcurrentHashMap<>();

    /**
     * @param resources are closed by whoever made them
     */
    Nodes(ClientResources resources) {
        this.client = RedisClient.create(resources);
        client.setOptions(Lettuce.singleOptions());
    }

    /** Whether this server says within {@code timeout} that it is there. */
    boolean answers(ServerAddress server, Duration timeout) {
        return send(server, Mode.SIGN_OF_LIFE, PING, timeout) instanceof Attempt.Answered;
    }

    /** Whether this server left a question unanswered, and does so still. It gets no requests meanwhile. */
    boolean isSilent(ServerAddress server) {
        CompletableFuture<?> probe = probes.get(server);
        if (probe != null && probe.isDone()) {
            probes.remove(server, probe);
        }
        return probe != null && !probe.isDone();
    }

    /** Sends a request to this server. */
    Attempt send(ServerAddress server, Mode mode, Invocation invocation, Duration timeout) {
        return send(server, mode, List.of(invocation), timeout, timeout).getFirst();
    }

    /**
     * Sends requests to this server, one behind the other.
     *
     * @param turn how long the first answer may take
     * @param timeout how long all of them may take
     */
    List<Attempt> send(ServerAddress server, Mode mode, List<Invocation> invocations, Duration turn, Duration timeout) {
        if (isSilent(server)) {
            return all(invocations, server + " does not answer");
        }
        Deadline first = Deadline.in(turn);
        try {
            StatefulRedisConnection<byte[], byte[]> connection =
                    connection(new Line(server, mode)).get(first.left().toNanos(), TimeUnit.NANOSECONDS);
            return ask(server, connection, invocations, first, Deadline.in(timeout));
        } catch (ExecutionException e) {
            return all(invocations, server + " can't be reached");
        } catch (TimeoutException e) {
            probe(server);
            return all(invocations, server + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return all(invocations, "it was interrupted");
        }
    }

    private List<Attempt> ask(
            ServerAddress server,
            StatefulRedisConnection<byte[], byte[]> connection,
            List<Invocation> invocations,
            Deadline first,
            Deadline last) {
        List<RedisFuture<Reply>> answers = invocations.stream()
                .map(invocation -> dispatch(connection, invocation))
                .toList();
        Attempt answer = Transport.await(answers.getFirst(), server, first.left());
        boolean silent = answer instanceof Attempt.Unknown && first.hasPassed();
        if (silent) {
            probe(server);
        }
        Deadline deadline = silent ? first : last;
        List<Attempt> attempts = new ArrayList<>(List.of(answer));
        answers.stream()
                .skip(1)
                .map(next -> Transport.await(next, server, deadline.left()))
                .forEach(attempts::add);
        return attempts;
    }

    private void probe(ServerAddress server) {
        probes.computeIfAbsent(
                server,
                _ -> connection(new Line(server, Mode.SIGN_OF_LIFE))
                        .thenCompose(connection -> dispatch(connection, PING))
                        .orTimeout(SILENCE.toNanos(), TimeUnit.NANOSECONDS));
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

    /** Asks for the state once: an attempt may fail between two questions. */
    private static boolean isBroken(CompletableFuture<StatefulRedisConnection<byte[], byte[]>> known) {
        return switch (known.state()) {
            case RUNNING -> false;
            case SUCCESS -> !known.resultNow().isOpen();
            case FAILED, CANCELLED -> true;
        };
    }

    private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connect(Line line) {
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connected = client.connectAsync(
                        ByteArrayCodec.INSTANCE, Lettuce.uri(line.server()))
                .toCompletableFuture();
        return switch (line.mode()) {
            case LEADER, SIGN_OF_LIFE -> connected;
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
