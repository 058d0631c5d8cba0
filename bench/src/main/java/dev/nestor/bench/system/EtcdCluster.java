package dev.nestor.bench.system;

import dev.nestor.drill.local.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cluster of etcd nodes with etcd's own settings. */
final class EtcdCluster implements AutoCloseable {
    private final List<Integer> ports;
    private final List<Program> nodes = new ArrayList<>();

    private EtcdCluster(List<Integer> ports) {
        this.ports = ports;
    }

    static EtcdCluster start(Path folder, int size) throws IOException {
        List<Integer> free = FreePorts.find(2 * size);
        EtcdCluster cluster = new EtcdCluster(free.subList(0, size));
        List<String> peers =
                free.subList(size, 2 * size).stream().map(EtcdCluster::url).toList();
        String members = IntStream.range(0, size)
                .mapToObj(node -> "node" + node + "=" + peers.get(node))
                .collect(Collectors.joining(","));
        Path home = Files.createDirectories(folder.resolve("etcd"));
        for (int node = 0; node < size; node++) {
            cluster.nodes.add(cluster.startNode(home, node, peers.get(node), members));
        }
        for (int node = 0; node < size; node++) {
            cluster.nodes.get(node).awaitPort(cluster.ports.get(node));
        }
        return cluster;
    }

    private Program startNode(Path home, int node, String peer, String members) throws IOException {
        String client = url(ports.get(node));
        List<String> command = List.of(
                "etcd",
                "--name=node" + node,
                "--data-dir=node" + node,
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=" + members,
                "--logger=zap",
                "--log-level=error");
        return Program.start(home, "node" + node, command);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** The clients' ports, one of each node. */
    List<Integer> ports() {
        return ports;
    }

    @Override
    public void close() throws InterruptedException {
        for (Program node : nodes) {
            node.close();
        }
    }
}
