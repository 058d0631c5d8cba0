package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.ServerAddress;
import dev.nestor.document.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A close look at a cluster: what it says of itself, and what each server that answers says of its replicas. */
final class Inspection {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ClusterStatus status;
    private final Map<ServerAddress, List<ReplicaFigures>> replicas;

    private Inspection(ClusterStatus status, Map<ServerAddress, List<ReplicaFigures>> replicas) {
        this.status = status;
        this.replicas = replicas;
    }

    static Inspection of(Cluster cluster) throws ClusterException {
        ClusterStatus status = cluster.status();
        Map<ServerAddress, Future<List<ReplicaFigures>>> asked = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerAddress server : status.addresses()) {
                asked.put(server, threads.submit(() -> figures(cluster, server)));
            }
        }
        Map<ServerAddress, List<ReplicaFigures>> replicas = new HashMap<>();
        asked.forEach((server, answer) -> {
            if (answer.state() == Future.State.SUCCESS) {
                replicas.put(server, answer.resultNow());
            }
        });
        return new Inspection(status, replicas);
    }

    private static List<ReplicaFigures> figures(Cluster cluster, ServerAddress server) throws ClusterException {
        if (!cluster.isReachable(server, PATIENCE)) {
            throw new ClusterException.Unavailable(server + " does not answer");
        }
        return ReplicaFigures.parse(cluster.executeAt(
                        server,
                        Stream.of("INFO", "partitions")
                                .map(word -> word.getBytes(UTF_8))
                                .toList())
                .value());
    }

    /** Everything. */
    Result.Report report() {
        List<String> remarks = new ArrayList<>(trouble());
        remarks.add(summary());
        return new Result.Report(List.of(servers(), partitions()), remarks);
    }

    private String summary() {
        return (trouble().isEmpty() ? "All is well: " : "")
                + status.servers().size() + " servers, " + status.partitions().size() + " partitions, every key on "
                + status.copies() + " servers";
    }

    /** What is wrong, in words; nothing if all is well. */
    List<String> trouble() {
        List<String> trouble = new ArrayList<>();
        status.servers().stream()
                .filter(server -> server.isUp() && !replicas.containsKey(server.address()))
                .forEach(server -> trouble.add(server.address() + " does not answer."));
        trouble.addAll(Trouble.in(status));
        return trouble;
    }

    /** A row per server. */
    Table servers() {
        List<List<Value>> rows = new ArrayList<>();
        for (ClusterStatus.Server server : status.servers()) {
            Optional<List<ReplicaFigures>> figures = Optional.ofNullable(replicas.get(server.address()));
            rows.add(List.of(
                    Value.of(rows.size() + 1),
                    Value.of(server.address().toString()),
                    Value.of(server.isUp() && figures.isEmpty() ? "no answer" : server.state()),
                    Value.of(server.leads()),
                    Value.of(server.holds()),
                    sum(figures, ReplicaFigures::entries),
                    sum(figures, ReplicaFigures::bytes),
                    figures.map(held -> Value.of(lag(held))).orElseGet(Value::nullValue)));
        }
        return new Table(
                "servers", List.of("server", "address", "state", "leads", "holds", "entries", "bytes", "lag"), rows);
    }

    private static Value sum(
            Optional<List<ReplicaFigures>> figures, java.util.function.ToLongFunction<ReplicaFigures> figure) {
        return figures.map(held -> Value.of(held.stream().mapToLong(figure).sum()))
                .orElseGet(Value::nullValue);
    }

    /** The most writes that one of these replicas is behind the newest one. */
    private long lag(List<ReplicaFigures> held) {
        return held.stream()
                .mapToLong(replica ->
                        newest(replica.partition()).map(ReplicaFigures::version).orElse(0L) - replica.version())
                .max()
                .orElse(0);
    }

    private Optional<ReplicaFigures> newest(int partition) {
        return replicas.values().stream()
                .flatMap(List::stream)
                .filter(replica -> replica.partition() == partition)
                .max(java.util.Comparator.comparingLong(ReplicaFigures::version));
    }

    /** A row per partition. */
    private Table partitions() {
        List<List<Value>> rows = new ArrayList<>();
        for (ClusterStatus.Partition partition : status.partitions()) {
            rows.add(List.of(
                    Value.of(partition.number()),
                    Value.of(partition.firstSlot() + "-" + partition.lastSlot()),
                    Value.of(partition.state()),
                    Cells.of(partition.leader().map(ServerAddress::toString)),
                    Cells.of(partition.replicas()),
                    newest(partition.number())
                            .map(replica -> Value.of(replica.entries()))
                            .orElseGet(Value::nullValue)));
        }
        return new Table("partitions", List.of("partition", "slots", "health", "leader", "replicas", "entries"), rows);
    }
}
