package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.exceptions.JedisException;

/** Three real processes, killed with SIGKILL while a cluster client writes. */
class KilledServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern DIGEST = Pattern.compile("partition(\\d+):.*version=(\\d+).*digest=([0-9a-f-]+)");

    @TempDir
    Path folder;

    private final List<ServerProcess> servers = new ArrayList<>();

    @BeforeEach
    void formCluster() throws IOException {
        for (int port : FreePorts.find(3)) {
            servers.add(ServerProcess.start(port, folder.resolve("server" + port)));
        }
        try (Jedis client = servers.getFirst().connect()) {
            List<String> words = new ArrayList<>(List.of("3", "3"));
            servers.forEach(server -> words.add(server.address()));
            Object reply = client.sendCommand(
                    () -> "NESTOR.CREATE".getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
            assertThat((byte[]) reply).asString(StandardCharsets.UTF_8).isEqualTo("OK");
        }
    }

    @AfterEach
    void killAll() throws InterruptedException {
        for (ServerProcess server : servers) {
            server.kill();
        }
    }

    @Test
    void everyAcknowledgedWriteSurvivesKillsOfEachServerInTurn() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean stop = new AtomicBoolean();
        try (RedisClusterClient cluster = cluster()) {
            Thread writer = Thread.ofPlatform().start(() -> write(cluster, acknowledged, stop));
            for (ServerProcess server : servers) {
                awaitMore(acknowledged, 100);
                server.kill();
                awaitMore(acknowledged, 100);
                server.startAgain();
            }
            awaitMore(acknowledged, 100);
            stop.set(true);
            writer.join();
            Set<String> missing = new HashSet<>();
            for (String key : acknowledged) {
                if (!key.equals(cluster.get(key))) {
                    missing.add(key);
                }
            }
            assertThat(missing).isEmpty();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(distinctDigests()).isEqualTo(1));
    }

    @Test
    void allKilledAndStartedAgainEverythingIsThere() throws Exception {
        try (RedisClusterClient cluster = cluster()) {
            for (int i = 0; i < 200; i++) {
                cluster.set("key" + i, "value" + i);
            }
        }
        for (ServerProcess server : servers) {
            server.kill();
        }
        for (ServerProcess server : servers) {
            server.startAgain();
        }
        try (RedisClusterClient cluster = cluster()) {
            for (int i = 0; i < 200; i++) {
                String key = "key" + i;
                await().atMost(PATIENCE)
                        .ignoreExceptionsInstanceOf(JedisException.class)
                        .until(() -> cluster.get(key) != null);
                assertThat(cluster.get(key)).isEqualTo("value" + i);
            }
        }
    }

    /** Writes key after key; a write that fails is not counted and not repeated. */
    private static void write(RedisClusterClient cluster, Set<String> acknowledged, AtomicBoolean stop) {
        for (int i = 0; !stop.get(); i++) {
            String key = "key" + i;
            try {
                cluster.set(key, key);
                acknowledged.add(key);
            } catch (JedisException unavailable) {
                // Whether it took effect is not known, and so nothing is promised about this key.
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitMore(Set<String> acknowledged, int more) {
        int before = acknowledged.size();
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= before + more);
    }

    private RedisClusterClient cluster() {
        Set<HostAndPort> nodes = new HashSet<>();
        servers.forEach(server -> nodes.add(new HostAndPort("127.0.0.1", server.port())));
        return RedisClusterClient.create(nodes);
    }

    /** The greatest number of different states that the replicas of one partition are in. */
    private int distinctDigests() {
        Map<String, Set<String>> states = new TreeMap<>();
        for (ServerProcess server : servers) {
            try (Jedis client = server.connect()) {
                Matcher line = DIGEST.matcher(client.info("partitions"));
                while (line.find()) {
                    states.computeIfAbsent(line.group(1), number -> new HashSet<>())
                            .add(line.group(2) + "/" + line.group(3));
                }
            }
        }
        assertThat(states).hasSize(3);
        return Collections.max(states.values().stream().map(Set::size).toList());
    }
}
