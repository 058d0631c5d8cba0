package dev.nestor.broker;

import static org.awaitility.Awaitility.await;

import dev.nestor.server.FreePorts;
import dev.nestor.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;

/** Server processes on loopback that can be killed, paused and started again. */
public final class TestCluster implements AutoCloseable {
    /** As a user has them, but with less patience, so that tests about failures are quick. */
    public static final ClusterSettings SETTINGS = new ClusterSettings(
            ClusterSettings.ANY, ClusterSettings.ANY, Duration.ofSeconds(30), Duration.ofSeconds(3));

    /** For tests in which every partition finds a leader again, however slow the machine. */
    public static final ClusterSettings PATIENT = new ClusterSettings(
            ClusterSettings.ANY, ClusterSettings.ANY, Duration.ofSeconds(60), Duration.ofSeconds(50));

    private static final Pattern RECORDS = Pattern.compile("(?m)^partition\\d+:.*,keys=(\\d+),");

    private final List<ServerProcess> servers = new ArrayList<>();

    /** Starts fresh servers. */
    public TestCluster(int count, Path folder) throws IOException {
        for (int port : FreePorts.find(count)) {
            servers.add(ServerProcess.start(port, folder.resolve("server" + port)));
        }
        servers.forEach(ServerProcess::awaitServing);
    }

    public ServerProcess server(int index) {
        return servers.get(index);
    }

    /** The process that listens there. */
    public ServerProcess at(ServerAddress address) {
        return servers.stream()
                .filter(server -> server.port() == address.port())
                .findFirst()
                .orElseThrow();
    }

    public List<ServerAddress> addresses() {
        return servers.stream()
                .map(server -> new ServerAddress("127.0.0.1", server.port()))
                .toList();
    }

    public Cluster connect() throws ClusterException {
        return Cluster.connect(addresses(), SETTINGS);
    }

    /**
     * Waits until the replicas hold so many records in all: followers learn with their leader's next message what was
     * committed.
     */
    public void awaitRecords(long count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> servers.stream().mapToLong(TestCluster::records).sum() == count);
    }

    private static long records(ServerProcess server) {
        try (Jedis client = server.connect()) {
            return RECORDS.matcher(client.info("everything"))
                    .results()
                    .mapToLong(partition -> Long.parseLong(partition.group(1)))
                    .sum();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (ServerProcess server : servers) {
            server.kill();
        }
    }
}
