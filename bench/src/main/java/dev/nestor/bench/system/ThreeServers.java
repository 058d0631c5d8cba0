package dev.nestor.bench.system;

import dev.nestor.bench.system.NestorCluster.Shape;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Three servers, three copies of each key: durable writes and linearizable reads, beside three nodes of etcd. Only one
 * of the systems is there at a time: what one still writes to the disk would hold up the other's.
 */
final class ThreeServers implements Experiment {
    private static final List<Integer> CLIENTS = List.of(1, 16, 128, 512);
    private static final int KEYS = 10_000;
    private static final byte[] VALUE = new byte[200];
    private static final int MANY_CLIENTS = 128;

    /** Few clients make many small log entries, which is what a JVM has to see often before it is fast. */
    private static final int WARM_UP_CLIENTS = 8;

    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(6);

    private final Shape shape;

    ThreeServers(int partitions, Transport transport) {
        shape = new Shape(3, 3, partitions, transport);
    }

    @Override
    public String name() {
        return "three servers, " + shape.partitions() + (shape.partitions() == 1 ? " partition, " : " partitions, ")
                + shape.transport();
    }

    @Override
    public List<String> programs() {
        return List.of("etcd");
    }

    @Override
    public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
        List<Loads> ours = new ArrayList<>();
        List<Loads> peers = new ArrayList<>();
        for (int turn = 0; turn < setting.turns(); turn++) {
            Setting fresh = setting.in(Files.createDirectory(setting.folder().resolve("turn" + turn)));
            ours.add(nestor(fresh));
            peers.add(etcd(fresh));
        }
        for (int i = 0; i < CLIENTS.size(); i++) {
            int level = i;
            report(
                    findings,
                    "durable PUT",
                    CLIENTS.get(i),
                    Load.median(
                            ours.stream().map(loads -> loads.puts().get(level)).toList()),
                    Load.median(
                            peers.stream().map(loads -> loads.puts().get(level)).toList()),
                    5);
            report(
                    findings,
                    "linearizable GET",
                    CLIENTS.get(i),
                    Load.median(
                            ours.stream().map(loads -> loads.gets().get(level)).toList()),
                    Load.median(
                            peers.stream().map(loads -> loads.gets().get(level)).toList()),
                    20);
        }
    }

    /** What one system did with each number of clients. */
    private record Loads(List<Load> puts, List<Load> gets) {}

    private Loads nestor(Setting setting) throws IOException, InterruptedException {
        try (NestorCluster cluster = NestorCluster.start(setting.folder(), shape);
                Target target = new NestorTarget(cluster.ports())) {
            return measure(target, setting.turn());
        }
    }

    private static Loads etcd(Setting setting) throws IOException, InterruptedException {
        try (EtcdCluster cluster = EtcdCluster.start(setting.folder(), 3);
                Target target = new EtcdTarget(cluster.ports())) {
            return measure(target, setting.turn());
        }
    }

    private static Loads measure(Target target, Duration time) throws IOException, InterruptedException {
        ClosedLoop.Request put = (client, answered) -> target.put(client, ClosedLoop.randomKey(KEYS), VALUE, answered);
        ClosedLoop.Request get = (client, answered) -> target.get(client, ClosedLoop.randomKey(KEYS), answered);
        writeAll(target);
        ClosedLoop.run(put, WARM_UP_CLIENTS, WARM_UP);
        ClosedLoop.run(put, MANY_CLIENTS, SHORT_WARM_UP);
        ClosedLoop.run(get, MANY_CLIENTS, SHORT_WARM_UP);
        return new Loads(loads(put, time), loads(get, time));
    }

    private static void writeAll(Target target) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ClosedLoop.run(
                (client, answered) ->
                        target.put(client, ClosedLoop.key(next.getAndIncrement() % KEYS), VALUE, answered),
                MANY_CLIENTS,
                () -> next.get() < KEYS);
    }

    private static List<Load> loads(ClosedLoop.Request request, Duration time)
            throws IOException, InterruptedException {
        List<Load> loads = new ArrayList<>();
        for (int clients : CLIENTS) {
            loads.add(ClosedLoop.run(request, clients, time));
        }
        return loads;
    }

    /** The design aims at a rate with 128 clients, and at the time that a single client waits. */
    private void report(Findings findings, String question, int clients, Load nestor, Load etcd, double rateAimedAt) {
        String asked = name() + ": " + question + ", " + clients + (clients == 1 ? " client" : " clients");
        findings.rate(
                asked,
                "etcd",
                nestor,
                etcd,
                clients == MANY_CLIENTS ? OptionalDouble.of(rateAimedAt) : OptionalDouble.empty());
        findings.median(asked, "etcd", nestor, etcd, clients == 1 ? OptionalDouble.of(1) : OptionalDouble.empty());
    }
}
