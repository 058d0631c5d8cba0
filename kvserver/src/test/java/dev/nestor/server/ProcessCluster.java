package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.exceptions.JedisException;

/** Servers in processes of their own that form a cluster, every key on each of them. */
final class ProcessCluster implements AutoCloseable {
    static final int PARTITIONS = 3;
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern REPLICA =
            Pattern.compile("partition(\\d+):.*role=(\\w+).*version=(\\d+).*digest=([0-9a-f-]+)");

    private final List<ServerProcess> servers = new ArrayList<>();

    private ProcessCluster() {}

    static ProcessCluster start(Path folder, int size) throws IOException, InterruptedException {
        return start(folder, size, TestTransports.USUAL);
    }

    static ProcessCluster start(Path folder, int size, Transport transport) throws IOException, InterruptedException {
        ProcessCluster cluster = new ProcessCluster();
        try {
            for (int port : FreePorts.find(size)) {
                cluster.servers.add(ServerProcess.start(port, folder.resolve("server" + port), transport));
            }
            cluster.awaitServing();
            cluster.form();
            return cluster;
        } catch (IOException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    List<ServerProcess> servers() {
        return servers;
    }

    void awaitServing() {
        servers.forEach(ServerProcess::awaitServing);
    }

    /** A client as programs use it, but one that does not wait up to ten seconds before it tries again. */
    RedisClusterClient connect() {
        return connect(servers.stream().map(ServerProcess::port).toList());
    }

    static RedisClusterClient connect(List<Integer> ports) {
        Set<HostAndPort> nodes = new HashSet<>();
        ports.forEach(port -> nodes.add(new HostAndPort("127.0.0.1", port)));
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(
                        () -> RedisClusterClient.builder()
                                .nodes(nodes)
                                .maxAttempts(3)
                                .maxTotalRetriesDuration(Duration.ofMillis(500))
                                .build(),
                        client -> true);
    }

    /** The server that leads a partition, once there is one. */
    ServerProcess leaderOf(int partition) {
        return await().atMost(PATIENCE)
                .until(
                        () -> servers.stream()
                                .filter(ServerProcess::isAlive)
                                .filter(server -> leads(server, partition))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until all replicas of each partition are at one version. Whoever is at a version must be the same there. */
    void awaitEqualReplicas() {
        Map<String, String> digests = new HashMap<>();
        await().atMost(PATIENCE).until(() -> {
            Map<Integer, Set<String>> versions = new HashMap<>();
            for (ServerProcess server : servers) {
                replicas(server).forEach((partition, replica) -> {
                    versions.computeIfAbsent(partition, _ -> new HashSet<>()).add(replica.version());
                    String known = digests.putIfAbsent(partition + "/" + replica.version(), replica.digest());
                    assertThat(replica.digest()).isEqualTo(known == null ? replica.digest() : known);
                });
            }
            return versions.size() == PARTITIONS
                    && versions.values().stream().allMatch(found -> found.size() == 1)
                    && servers.stream().allMatch(server -> replicas(server).size() == PARTITIONS);
        });
    }

    @Override
    public void close() throws InterruptedException {
        for (ServerProcess server : servers) {
            server.close();
        }
    }

    private void form() {
        try (Jedis client = new Jedis("127.0.0.1", servers.getFirst().port(), 60_000)) {
            List<String> words = new ArrayList<>(List.of(Integer.toString(servers.size()), "" + PARTITIONS));
            servers.forEach(server -> words.add(server.address()));
            Object reply = client.sendCommand(
                    () -> "NESTOR.CREATE".getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
            assertThat((byte[]) reply).asString(StandardCharsets.UTF_8).isEqualTo("OK");
        }
    }

    private static boolean leads(ServerProcess server, int partition) {
        Replica replica = replicas(server).get(partition);
        return replica != null && replica.role().equals("leader");
    }

    private record Replica(String role, String version, String digest) {}

    /** What a server tells of its replicas; nothing of those that it has not opened yet. */
    private static Map<Integer, Replica> replicas(ServerProcess server) {
        Map<Integer, Replica> replicas = new HashMap<>();
        try (Jedis client = server.connect()) {
            Matcher line = REPLICA.matcher(client.info("partitions"));
            while (line.find()) {
                replicas.put(Integer.parseInt(line.group(1)), new Replica(line.group(2), line.group(3), line.group(4)));
            }
        }
        return replicas;
    }
}
