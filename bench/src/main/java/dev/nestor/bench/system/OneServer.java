package dev.nestor.bench.system;

import dev.nestor.bench.system.NestorCluster.Shape;
import dev.nestor.bench.system.RedisServer.Durability;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** One server, one copy of each key: reads and writes by {@code redis-benchmark}, beside Redis. */
final class OneServer implements Experiment {
    private static final int CLIENTS = 50;
    private static final List<Integer> PIPELINES = List.of(1, 16, 64);
    private static final int REQUESTS = 200_000;
    private static final int MOST_REQUESTS = 1_000_000;
    private static final OptionalDouble EQUAL = OptionalDouble.of(1);

    private static final String VALUE = "v".repeat(200);
    private static final List<String> SET = List.of("SET", "key:__rand_int__", VALUE);
    private static final List<String> GET = List.of("GET", "key:__rand_int__");
    private static final List<String> JSON_SET = List.of(
            "JSON.SET",
            "person:__rand_int__",
            "$",
            "{\"name\":\"Ada Lovelace\",\"address\":{\"street\":\"St James's Square\",\"city\":{\"zip\":\"SW1Y\",\"name\":\"London\"}},"
                    + "\"tags\":[\"mathematics\",\"engines\"],\"born\":1815,\"weight\":54.25}");
    private static final List<String> JSON_GET = List.of("JSON.GET", "person:__rand_int__", ".address.city.zip");

    @Override
    public String name() {
        return "one server";
    }

    @Override
    public List<String> programs() {
        return List.of("redis-server", "redis-benchmark");
    }

    @Override
    public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
        try (RedisServer plain = RedisServer.start(setting.folder(), Durability.NONE);
                RedisServer durable = RedisServer.start(setting.folder(), Durability.ALWAYS);
                NestorCluster nestor = NestorCluster.start(setting.folder(), new Shape(1, 1, 1, Transport.USUAL))) {
            fill(plain.port(), SET);
            fill(durable.port(), SET);
            fill(nestor.port(), SET);
            fill(nestor.port(), JSON_SET);
            for (int pipeline : PIPELINES) {
                Comparing comparing = new Comparing(nestor.port(), pipeline, setting.turns(), findings);
                comparing.rates("GET", GET, plain.port(), "Redis", GET, EQUAL);
                comparing.rates("JSON.GET of a path", JSON_GET, plain.port(), "Redis, GET", GET, EQUAL);
                comparing.rates("durable SET", SET, durable.port(), "Redis, fsync always", SET, EQUAL);
                comparing.rates("durable SET", SET, plain.port(), "Redis, no fsync", SET, OptionalDouble.empty());
            }
        }
    }

    /** Puts most of the keys in, and warms up. */
    private static void fill(int port, List<String> command) throws IOException, InterruptedException {
        new RedisBenchmark(CLIENTS, 16, 5 * RedisBenchmark.KEYS, command).run(port);
    }

    private record Comparing(int nestor, int pipeline, int turns, Findings findings) {
        void rates(
                String question,
                List<String> ours,
                int peer,
                String peerName,
                List<String> theirs,
                OptionalDouble target)
                throws IOException, InterruptedException {
            Turns.Pair pair = Turns.take(
                    turns, () -> load(ours).run(nestor), () -> load(theirs).run(peer));
            findings.rate(question + ", pipeline " + pipeline, peerName, pair.nestor(), pair.peer(), target);
        }

        private RedisBenchmark load(List<String> command) {
            int requests = Math.min(REQUESTS * pipeline, MOST_REQUESTS);
            return new RedisBenchmark(CLIENTS, pipeline, requests, command);
        }
    }
}
