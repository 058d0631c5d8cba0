package dev.nestor.broker;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.PartitionException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How Lettuce is set up, and what its exceptions mean. */
final class Lettuce {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REFRESH_PERIOD = Duration.ofSeconds(5);
    private static final Duration REFRESH_PAUSE = Duration.ofMillis(100);
    private static final int THREADS = 2;
    private static final long SHUTDOWN_SECONDS = 2;
    private static final int REDIRECTS = 5;

    /** Refusals after which the same request may work, with nothing done so far. */
    private static final Set<String> NOTHING_DONE =
            Set.of("MOVED", "ASK", "CLUSTERDOWN", "TRYAGAIN", "LOADING", "MASTERDOWN");

    private static final String OUTCOME_UNKNOWN = "OUTCOMEUNKNOWN";

    /** What Lettuce says when it did not even send a request. */
    private static final String REJECTED = "Currently not connected";

    private Lettuce() {}

    /** A command's name as Lettuce wants it. */
    record Name(String text) implements ProtocolKeyword {
        @Override
        public byte[] getBytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static ClientResources resources() {
        return DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                // It would measure every command, for nobody.
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .reconnectDelay(Delay.exponential(1, 500, TimeUnit.MILLISECONDS, 2))
                .build();
    }

    static void close(ClientResources resources) {
        resources
                .shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    /** What is sent to a server that is gone fails at once, and nothing is ever sent again by Lettuce itself. */
    private static ClientOptions options() {
        return ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.create())
                .build();
    }

    /** For a connection to one server, which is thrown away when it breaks. */
    static ClientOptions singleOptions() {
        return options().mutate().autoReconnect(false).build();
    }

    static ClusterClientOptions clusterOptions() {
        ClusterTopologyRefreshOptions refresh = ClusterTopologyRefreshOptions.builder()
                .adaptiveRefreshTriggersTimeout(REFRESH_PAUSE)
                .refreshTriggersReconnectAttempts(1)
                .enablePeriodicRefresh(REFRESH_PERIOD)
                .build();
        return ClusterClientOptions.builder(options())
                .topologyRefreshOptions(refresh)
                .validateClusterNodeMembership(false)
                .maxRedirects(REDIRECTS)
                .build();
    }

    static RedisURI uri(ServerAddress address) {
        return RedisURI.Builder.redis(address.host(), address.port())
                .withTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** The words behind the name, of which the first key says where Lettuce sends the request. */
    static CommandArgs<byte[], byte[]> arguments(Invocation invocation) {
        List<Integer> keys = invocation.keyIndexes();
        CommandArgs<byte[], byte[]> arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE);
        for (int index = 1; index < invocation.words().size(); index++) {
            byte[] word = invocation.words().get(index);
            if (keys.contains(index)) {
                arguments.addKey(word);
            } else {
                arguments.add(word);
            }
        }
        return arguments;
    }

    /** What a reply means. */
    static Attempt meaning(Reply reply, ServerAddress server) {
        if (!(reply instanceof Failure failure)) {
            return new Attempt.Answered(reply, server);
        }
        if (NOTHING_DONE.contains(failure.code())) {
            return new Attempt.NothingDone(
                    failure.code().equals("MOVED") ? "it is about to change its leader" : failure.message());
        }
        return failure.code().equals(OUTCOME_UNKNOWN)
                ? new Attempt.Unknown(failure.message())
                : new Attempt.Answered(failure, server);
    }

    /** What a failure means. */
    static Attempt meaning(Throwable failure, ServerAddress server) {
        String text = String.valueOf(failure.getMessage());
        return switch (failure) {
            case RedisCommandExecutionException refusal -> meaning(ReplyOutput.failure(text), server);
            case RedisConnectionException _ -> new Attempt.NothingDone(server + " can't be reached");
            case PartitionException _ -> new Attempt.NothingDone("no server says that it leads this partition");
            case Throwable _ when text.startsWith(REJECTED) -> new Attempt.NothingDone(server + " can't be reached");
            default -> new Attempt.Unknown("the connection to " + server + " broke: " + text);
        };
    }
}
