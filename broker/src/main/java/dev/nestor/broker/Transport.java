package dev.nestor.broker;

import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.protocol.Reply;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends a request once. Lettuce knows the slots, follows redirects, reconnects and pipelines; what it never does here is
 * to send a request again after its connection broke. Safe for use by any thread.
 */
final class Transport implements AutoCloseable {
    private static final long SHUTDOWN_SECONDS = 2;

    /** Far longer than Lettuce takes to follow a redirect; a last one that it doesn't follow stays. */
    private static final Duration REDIRECTION = Duration.ofMillis(100);

    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<byte[], byte[]> connection;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    /**
     * Connects to a cluster.
     *
     * @param resources are closed by whoever made them
     * @throws Unavailable if no server can be reached
     */
    static Transport to(ClientResources resources, List<ServerAddress> servers) throws Unavailable {
        try {
            return new Transport(resources, servers);
        } catch (RedisException e) {
            throw new Unavailable("None of the servers can be reached: " + servers);
        }
    }

    private Transport(ClientResources resources, List<ServerAddress> servers) {
        this.client = RedisClusterClient.create(
                resources, servers.stream().map(Lettuce::uri).toList());
        client.setOptions(Lettuce.clusterOptions());
        this.connection = connect();
    }

    /** Another connection to the same cluster, for a load, which may throw it away. */
    StatefulRedisClusterConnection<byte[], byte[]> another() throws Unavailable {
        try {
            return connect();
        } catch (RedisException e) {
            throw new Unavailable("None of the servers can be reached");
        }
    }

    private StatefulRedisClusterConnection<byte[], byte[]> connect() {
        return client.connect(ByteArrayCodec.INSTANCE);
    }

    /** A request under way, to a server that it probably went to: Lettuce does not say. */
    record Sent(RedisFuture<Reply> answer, ServerAddress server, ReplyOutput output) {
        /** Waits until there is an answer; false if there is none in that time. */
        boolean isAnsweredWithin(Duration time) {
            try {
                return answer.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException | RedisCommandInterruptedException e) {
                // Whoever waits for the answer now is interrupted at once.
                Thread.currentThread().interrupt();
                return true;
            }
        }

        /** Waits for the answer, and gives the request up if there is none: whatever comes then, it is not sent again. */
        Attempt await(Duration timeout) {
            Attempt attempt = Transport.await(answer, server, timeout);
            if (attempt instanceof Attempt.Unknown) {
                abandon();
            }
            return attempt;
        }

        /** What is just being redirected is on its way to the other server in a moment. */
        private void abandon() {
            Deadline moment = Deadline.in(REDIRECTION);
            while (!output.abandon() && !moment.hasPassed()) {
                Thread.onSpinWait();
            }
        }
    }

    /** Sends a request about one slot to whoever leads it. */
    Sent send(Invocation invocation, int slot) {
        ReplyOutput output = new ReplyOutput(invocation.answersStatus());
        RedisFuture<Reply> answer = connection
                .async()
                .dispatch(new Lettuce.Name(invocation.text(0)), output, Lettuce.arguments(invocation));
        return new Sent(answer, leader(slot), output);
    }

    /** Waits for the answer to something that was sent. */
    static Attempt await(RedisFuture<Reply> answer, ServerAddress server, Duration timeout) {
        try {
            return new Attempt.Answered(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS), server);
        } catch (ExecutionException e) {
            return Lettuce.meaning(e.getCause() == null ? e : e.getCause(), server);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Attempt.Unknown(server + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return new Attempt.Unknown("it was interrupted");
        }
    }

    /** Who is thought to lead a slot. */
    ServerAddress leader(int slot) {
        RedisClusterNode node = client.getPartitions().getPartitionBySlot(slot);
        return node == null
                ? new ServerAddress("unknown", 1)
                : new ServerAddress(node.getUri().getHost(), node.getUri().getPort());
    }

    /** Asks who leads what; not again while that is being asked. */
    void refresh() {
        if (refreshing.compareAndSet(false, true)) {
            client.refreshPartitionsAsync().whenComplete((_, _) -> refreshing.set(false));
        }
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}
