package dev.nestor.bench.system;

import dev.nestor.cli.Nestor;
import dev.nestor.server.raft.RaftSettings.Transport;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A cluster of Nestor's servers, as {@code nestor server} starts them. */
final class NestorCluster implements AutoCloseable {
    /**
     * How a cluster is made.
     *
     * @param servers how many there are
     * @param replicas on how many of them each key lives
     * @param partitions how many partitions the keys are cut into
     * @param transport how the servers replicate
     */
    record Shape(int servers, int replicas, int partitions, Transport transport) {}

    private final Path home;
    private final Shape shape;
    private final List<Integer> ports;
    private final List<Program> servers = new ArrayList<>();

    private NestorCluster(Path home, Shape shape) {
        this.home = home;
        this.shape = shape;
        this.ports = FreePorts.find(shape.servers());
    }

    static NestorCluster start(Path folder, Shape shape) throws IOException {
        Path home = Files.createDirectories(folder.resolve("nestor"));
        NestorCluster cluster = new NestorCluster(home, shape);
        for (int port : cluster.ports) {
            cluster.servers.add(cluster.startServer(port));
        }
        for (int server = 0; server < shape.servers(); server++) {
            cluster.servers.get(server).awaitPort(cluster.ports.get(server));
        }
        cluster.form();
        return cluster;
    }

    private Program startServer(int port) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                Nestor.class.getName(),
                "server",
                "-p",
                Integer.toString(port),
                "-d",
                Integer.toString(port),
                "--transport",
                shape.transport().name());
        return Program.start(home, "server-" + port, command);
    }

    private void form() {
        try (RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", ports.getFirst()));
                StatefulRedisConnection<String, String> connection = client.connect()) {
            CommandArgs<String, String> arguments =
                    new CommandArgs<>(StringCodec.UTF8).add(shape.replicas()).add(shape.partitions());
            ports.forEach(port -> arguments.add("127.0.0.1:" + port));
            connection
                    .sync()
                    .dispatch(
                            () -> "NESTOR.CREATE".getBytes(StandardCharsets.US_ASCII),
                            new StatusOutput<>(StringCodec.UTF8),
                            arguments);
        }
    }

    List<Integer> ports() {
        return ports;
    }

    int port() {
        return ports.getFirst();
    }

    /** The server that has this port. */
    Program server(int port) {
        return servers.get(ports.indexOf(port));
    }

    /** Starts a server again that was killed. Returns when it accepts connections. */
    void startAgain(int port) throws IOException {
        Program server = startServer(port);
        servers.set(ports.indexOf(port), server);
        server.awaitPort(port);
    }

    @Override
    public void close() throws InterruptedException {
        for (Program server : servers) {
            server.close();
        }
    }
}
