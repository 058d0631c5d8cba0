package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.raft.DiskFilter;
import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.RaftSettings.Transport;
import dev.nestor.server.store.StoreView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** Whole servers in this JVM, with real sockets, a firewall between them, and disks that can be made slow or broken. */
final class TestCluster implements AutoCloseable {
    static final int PARTITIONS = 3;
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transport transport;
    private final Firewall firewall = new Firewall();
    private final List<Node> nodes = new ArrayList<>();

    /** A server, running or not. */
    final class Node implements NestorServer.ShutDown {
        private final int port;
        private final Path folder;
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private volatile DiskFilter disk = DiskFilter.SOUND;
        private volatile long freeBytes = Long.MAX_VALUE;
        private volatile @Nullable String id;
        private @Nullable NestorServer server;

        private Node(int port, Path folder) {
            this.port = port;
            this.folder = folder;
        }

        void start() throws IOException {
            // Small files, so that a log is soon cut behind a snapshot.
            Conditions conditions =
                    new Conditions(this::admits, () -> disk.beforeSync(), _ -> freeBytes, 64 << 10, 256 << 10);
            server = NestorServer.start(
                    new ServerSettings("127.0.0.1", port, folder, transport), "test", conditions, this);
            id = server.member().id();
        }

        void stop() throws IOException {
            if (server != null) {
                server.close();
                server = null;
            }
        }

        int port() {
            return port;
        }

        String address() {
            return "127.0.0.1:" + port;
        }

        Path folder() {
            return folder;
        }

        String id() {
            return Objects.requireNonNull(id);
        }

        void disk(DiskFilter filter) {
            disk = filter;
        }

        void freeBytes(long bytes) {
            freeBytes = bytes;
        }

        /** Why it would have ended its process. */
        List<String> failures() {
            return failures;
        }

        Partition partition(int number) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(server).member().partition(number));
        }

        boolean leads(int number) {
            return server != null && partition(number).replica().isLeader();
        }

        Jedis connect() {
            return new Jedis("127.0.0.1", port, 60_000);
        }

        @Override
        public void orderly() {
            throw new AssertionError("nobody asks for it here");
        }

        @Override
        public void failed(String reason) {
            failures.add(reason);
        }

        private boolean admits(String sender) {
            String receiver = id;
            return receiver == null || firewall.admits(sender, receiver);
        }
    }

    private TestCluster(Transport transport) {
        this.transport = transport;
    }

    static TestCluster start(Path folder, int size) throws IOException {
        return start(folder, size, TestTransports.USUAL);
    }

    static TestCluster start(Path folder, int size, Transport transport) throws IOException {
        TestCluster cluster = new TestCluster(transport);
        try {
            for (int port : FreePorts.find(size)) {
                cluster.nodes.add(cluster.new Node(port, folder.resolve("server" + port)));
            }
            for (Node node : cluster.nodes) {
                node.start();
            }
            cluster.form();
            return cluster;
        } catch (IOException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    Firewall firewall() {
        return firewall;
    }

    /** The server that leads a partition, among those that are not cut off, once there is one. */
    Node leader(int partition) {
        return await().atMost(PATIENCE)
                .until(
                        () -> nodes.stream()
                                .filter(node -> !firewall.isolates(node.id()))
                                .filter(node -> node.leads(partition))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Asks the server that leads a partition; another one, if leadership has just gone there. */
    String atLeader(int partition, Function<Jedis, String> command) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(JedisMovedDataException.class)
                .until(
                        () -> {
                            try (Jedis client = leader(partition).connect()) {
                                return command.apply(client);
                            }
                        },
                        Objects::nonNull);
    }

    /** Some server that does not lead a partition. */
    Node follower(int partition) {
        Node leader = leader(partition);
        return nodes.stream().filter(node -> node != leader).findFirst().orElseThrow();
    }

    /** A key of a partition. */
    String key(int partition) {
        for (int i = 0; ; i++) {
            String key = "key" + i;
            int slot = dev.nestor.protocol.Slot.of(key.getBytes(StandardCharsets.UTF_8));
            if (slot * PARTITIONS / 16384 == partition) {
                return key;
            }
        }
    }

    RedisClusterClient connect() {
        return ProcessCluster.connect(nodes.stream().map(Node::port).toList());
    }

    /** Waits until all replicas of each partition are the same. */
    void awaitEqualReplicas() {
        for (int number = 0; number < PARTITIONS; number++) {
            int partition = number;
            await().atMost(PATIENCE).until(() -> states(partition).size() == 1);
        }
    }

    private Set<String> states(int partition) {
        Set<String> states = new HashSet<>();
        for (Node node : nodes) {
            StoreView view = node.partition(partition).view();
            states.add(view.version() + "/" + view.digest());
        }
        return states;
    }

    private void form() {
        try (Jedis client = nodes.getFirst().connect()) {
            List<String> words = new ArrayList<>(List.of(Integer.toString(nodes.size()), "" + PARTITIONS));
            nodes.forEach(node -> words.add(node.address()));
            Object reply = client.sendCommand(
                    () -> "NESTOR.CREATE".getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
            assertThat((byte[]) reply).asString(StandardCharsets.UTF_8).isEqualTo("OK");
        }
    }

    @Override
    public void close() throws IOException {
        firewall.heal();
        for (Node node : nodes) {
            node.stop();
        }
    }
}
