package dev.nestor.bench.system;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.ServerAddress;
import dev.nestor.drill.local.Launch;
import dev.nestor.drill.local.LocalServer;
import dev.nestor.drill.local.LocalServers;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A cluster of Nestor's servers, with the JVM's own settings, as {@code nestor server} starts them. */
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

    private final LocalServers servers;

    private NestorCluster(LocalServers servers) {
        this.servers = servers;
    }

    static NestorCluster start(Path folder, Shape shape) throws IOException {
        Path home = Files.createDirectories(folder.resolve("nestor"));
        Launch launch =
                new Launch(List.of(), List.of("--transport", shape.transport().name()));
        NestorCluster cluster = new NestorCluster(LocalServers.in(home, shape.servers(), launch));
        cluster.servers.start();
        ClusterSettings settings =
                ClusterSettings.DEFAULT.withCopies(shape.replicas()).withPartitions(shape.partitions());
        Cluster.connect(cluster.servers.addresses(), settings).close();
        return cluster;
    }

    List<Integer> ports() {
        return servers.addresses().stream().map(ServerAddress::port).toList();
    }

    int port() {
        return ports().getFirst();
    }

    /** The server that has this port. */
    LocalServer server(int port) {
        return servers.all().get(ports().indexOf(port));
    }

    /** Kills the servers. */
    @Override
    public void close() throws IOException {
        servers.close();
    }
}
