package dev.nestor.bench.system;

import dev.nestor.bench.system.NestorCluster.Shape;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** Three servers, three copies of each key: durable writes and linearizable reads, beside three nodes of etcd. */
final class ThreeServers implements Experiment {
    private static final List<Integer> CLIENTS = List.of(1, 16, 128, 512);
    private static final int KEYS = 10_000;
    private static final byte[] VALUE = new byte[200];
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int WARM_UP_CLIENTS = 128;

    private final Shape shape;

    ThreeServers(int partitions, Transport transport) {
        shape = new Shape(3, 3, partitions, transport);
    }

    @Override
    public String name() {
        return "three servers, " + shape.partitions() + " partitions, " + shape.transport();
    }

    @Override
    public List<String> programs() {
        return List.of("etcd");
    }

    @Override
    public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
        try (EtcdCluster etcd = EtcdCluster.start(setting.folder(), 3);
                NestorCluster nestor = NestorCluster.start(setting.folder(), shape);
                Target peer = new EtcdTarget(etcd.ports());
                Target ours = new NestorTarget(nestor.ports())) {
            warmUp(ours);
            warmUp(peer);
            for (int clients : CLIENTS) {
                Turns.Pair puts = Turns.take(
                        setting.turns(), () -> puts(ours, clients, setting), () -> puts(peer, clients, setting));
                report(findings, "durable PUT", clients, puts, clients == 128 ? 5 : 0);
                Turns.Pair gets = Turns.take(
                        setting.turns(), () -> gets(ours, clients, setting), () -> gets(peer, clients, setting));
                report(findings, "linearizable GET", clients, gets, clients == 128 ? 20 : 0);
            }
        }
    }

    private void report(Findings findings, String question, int clients, Turns.Pair pair, double target) {
        String asked = name() + ": " + question + ", " + clients + (clients == 1 ? " client" : " clients");
        findings.rate(
                asked,
                "etcd",
                pair.nestor(),
                pair.peer(),
                target == 0 ? OptionalDouble.empty() : OptionalDouble.of(target));
        findings.median(
                asked,
                "etcd",
                pair.nestor(),
                pair.peer(),
                clients == 1 ? OptionalDouble.of(1) : OptionalDouble.empty());
    }

    /** Also writes every key once. */
    private static void warmUp(Target target) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ClosedLoop.run(
                (client, answered) ->
                        target.put(client, ClosedLoop.key(next.getAndIncrement() % KEYS), VALUE, answered),
                WARM_UP_CLIENTS,
                () -> next.get() < KEYS);
        ClosedLoop.run(
                (client, answered) -> target.put(client, ClosedLoop.randomKey(KEYS), VALUE, answered),
                WARM_UP_CLIENTS,
                WARM_UP);
        ClosedLoop.run(
                (client, answered) -> target.get(client, ClosedLoop.randomKey(KEYS), answered),
                WARM_UP_CLIENTS,
                WARM_UP);
    }

    private static Load puts(Target target, int clients, Setting setting) throws IOException, InterruptedException {
        return ClosedLoop.run(
                (client, answered) -> target.put(client, ClosedLoop.randomKey(KEYS), VALUE, answered),
                clients,
                setting.turn());
    }

    private static Load gets(Target target, int clients, Setting setting) throws IOException, InterruptedException {
        return ClosedLoop.run(
                (client, answered) -> target.get(client, ClosedLoop.randomKey(KEYS), answered),
                clients,
                setting.turn());
    }
}
