package dev.nestor.bench.system;

import dev.nestor.bench.system.NestorCluster.Shape;
import dev.nestor.server.raft.RaftSettings.Transport;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How long writes to a partition stop when its leader is killed. */
final class Failover implements Experiment {
    private static final int KILLS = 9;
    private static final int KEYS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "failover";
    }

    @Override
    public List<String> programs() {
        return List.of();
    }

    @Override
    public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
        List<Double> gaps = new ArrayList<>();
        try (NestorCluster nestor = NestorCluster.start(setting.folder(), new Shape(3, 3, 3, Transport.USUAL))) {
            for (int kill = 0; kill < KILLS; kill++) {
                int victim = nestor.ports().get(kill % nestor.ports().size());
                gaps.add(killAndAwait(nestor, victim));
                nestor.server(victim).start();
                awaitLeading(victim);
            }
        }
        gaps.sort(null);
        String question = "writes stop after kill -9 of a leader, " + KILLS + " kills";
        findings.fact(question + ", p50", gaps.get(KILLS / 2), "s", OptionalDouble.of(1));
        findings.fact(question + ", max", gaps.getLast(), "s", OptionalDouble.of(3));
    }

    private static double killAndAwait(NestorCluster nestor, int victim) throws IOException {
        try (RedisClient client = RedisClient.create()) {
            String key = keyLedBy(client, victim);
            List<RedisCommands<String, String>> survivors = nestor.ports().stream()
                    .filter(port -> port != victim)
                    .map(port -> connect(client, port))
                    .toList();
            nestor.server(victim).kill();
            long start = System.nanoTime();
            while (survivors.stream().noneMatch(survivor -> accepts(survivor, key))) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("no writes for " + PATIENCE);
                }
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Leadership goes back to a server only when it has caught up: then the next one may be killed. */
    private static void awaitLeading(int port) {
        try (RedisClient client = RedisClient.create()) {
            RedisCommands<String, String> server = connect(client, port);
            long start = System.nanoTime();
            while (firstLed(server).isEmpty()) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the server on port " + port + " leads nothing again");
                }
            }
        }
    }

    private static RedisCommands<String, String> connect(RedisClient client, int port) {
        StatefulRedisConnection<String, String> connection = client.connect(RedisURI.create("127.0.0.1", port));
        return connection.sync();
    }

    private static String keyLedBy(RedisClient client, int port) {
        return firstLed(connect(client, port))
                .orElseThrow(() -> new IllegalStateException("the server on port " + port + " leads nothing"));
    }

    /** A key of a partition that this server leads: it takes a write. */
    private static Optional<String> firstLed(RedisCommands<String, String> server) {
        return IntStream.range(0, KEYS)
                .mapToObj(i -> "key" + i)
                .filter(key -> accepts(server, key))
                .findFirst();
    }

    private static boolean accepts(RedisCommands<String, String> server, String key) {
        try {
            return "OK".equals(server.set(key, "value"));
        } catch (RedisException refused) {
            return false;
        }
    }
}
