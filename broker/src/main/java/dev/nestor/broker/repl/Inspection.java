package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.ServerAddress;
import dev.nestor.document.Value;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A close look at a cluster: how it is, and what each server that answers says of its replicas. */
public final class Inspection {
    /** A replica that has fewer to go is there in a moment. */
    private static final int ENTRIES_BEHIND_MAX = 16;

    private final Outlook outlook;

    /** Where the log of each partition ended, a moment before {@link #figures} were asked for. */
    private final Map<Integer, Long> logEnds;

    private final Map<ServerAddress, ServerFigures> figures;

    Inspection(Outlook outlook, Map<Integer, Long> logEnds, Map<ServerAddress, ServerFigures> figures) {
        this.outlook = outlook;
        this.logEnds = logEnds;
        this.figures = figures;
    }

    /** Looks. Servers that do not answer are waited for a moment only. */
    public static Inspection of(Cluster cluster) {
        Outlook outlook = Outlook.of(cluster);
        // What all have now the others have a moment later, unless they are behind.
        Map<Integer, Long> logEnds = new HashMap<>();
        figures(cluster, outlook)
                .values()
                .forEach(found -> found.replicas()
                        .forEach(replica -> logEnds.merge(replica.partition(), replica.last(), Math::max)));
        return new Inspection(outlook, logEnds, figures(cluster, outlook));
    }

    private static Map<ServerAddress, ServerFigures> figures(Cluster cluster, Outlook outlook) {
        Map<ServerAddress, ServerFigures> figures = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerAddress server : outlook.status().addresses()) {
                if (!outlook.silent().contains(server)) {
                    threads.execute(() -> figures(cluster, server).ifPresent(found -> figures.put(server, found)));
                }
            }
        }
        return figures;
    }

    private static Optional<ServerFigures> figures(Cluster cluster, ServerAddress server) {
        try {
            List<byte[]> question = Stream.of("INFO", "partitions", "persistence")
                    .map(word -> word.getBytes(UTF_8))
                    .toList();
            Reply info = cluster.executeAt(server, question, Outlook.PATIENCE).value();
            return info instanceof Failure ? Optional.empty() : Optional.of(ServerFigures.parse(info));
        } catch (ClusterException died) {
            return Optional.empty();
        }
    }

    /** Everything. */
    public Result.Report report() {
        List<String> remarks = new ArrayList<>(trouble());
        remarks.add((remarks.isEmpty() ? "All is well: " : "") + outlook.summary() + ".");
        return new Result.Report(List.of(servers(), partitions()), remarks);
    }

    /** How large and safe the cluster is, in a sentence. */
    public String summary() {
        return outlook.summary();
    }

    /** Whether all servers answer and have all their data, and all partitions have their leaders and copies. */
    public boolean isWell() {
        return trouble().isEmpty();
    }

    List<String> trouble() {
        List<String> sentences = new ArrayList<>(outlook.trouble());
        outlook.status().servers().stream()
                .filter(this::isCatchingUp)
                .forEach(server ->
                        sentences.add(server.address() + " is catching up: it does not have all of its data yet."));
        outlook.status().servers().stream()
                .filter(this::isEmpty)
                .forEach(server -> sentences.add(server.address()
                        + " is empty: whoever listens there has none of the data that this server held."));
        return sentences;
    }

    private String state(ClusterStatus.Server server) {
        if (isEmpty(server)) {
            return "empty";
        }
        return isCatchingUp(server) ? "catching up" : outlook.state(server);
    }

    private boolean isEmpty(ClusterStatus.Server server) {
        ServerFigures found = figures.get(server.address());
        return found != null && server.holds() > 0 && found.isEmpty();
    }

    /** Of a server that does not answer nobody knows. */
    private boolean isCatchingUp(ClusterStatus.Server server) {
        ServerFigures found = figures.get(server.address());
        return found != null
                && !isEmpty(server)
                && (!found.hasOpened(server.holds())
                        || found.replicas().stream().anyMatch(this::isBehind));
    }

    /** A replica that was away does not know itself how much it has missed; others do. */
    private boolean isBehind(ReplicaFigures replica) {
        return logEnds.getOrDefault(replica.partition(), 0L) - replica.applied() > ENTRIES_BEHIND_MAX;
    }

    /** A row per server. */
    Table servers() {
        List<List<Value>> rows = new ArrayList<>();
        for (ClusterStatus.Server server : outlook.status().servers()) {
            // A server that has only just started does not know all that it holds yet.
            Optional<List<ReplicaFigures>> held = Optional.ofNullable(figures.get(server.address()))
                    .filter(found -> found.hasOpened(server.holds()))
                    .map(ServerFigures::replicas);
            rows.add(List.of(
                    Value.of(server.address().toString()),
                    Value.of(state(server)),
                    Value.of(server.leads()),
                    Value.of(server.holds()),
                    figure(held, found -> sum(found, ReplicaFigures::entries)),
                    figure(held, found -> sum(found, ReplicaFigures::bytes)),
                    figure(held, this::lag)));
        }
        return new Table("servers", List.of("server", "state", "leads", "holds", "entries", "bytes", "lag"), rows);
    }

    private static Value figure(Optional<List<ReplicaFigures>> held, ToLongFunction<List<ReplicaFigures>> figure) {
        return held.map(found -> Value.of(figure.applyAsLong(found))).orElseGet(Value::nullValue);
    }

    private static long sum(List<ReplicaFigures> held, ToLongFunction<ReplicaFigures> figure) {
        return held.stream().mapToLong(figure).sum();
    }

    /** The most writes that one of these replicas is behind the newest one of its partition. */
    private long lag(List<ReplicaFigures> held) {
        return held.stream()
                .mapToLong(replica ->
                        newest(replica.partition()).map(ReplicaFigures::version).orElse(replica.version())
                                - replica.version())
                .max()
                .orElse(0);
    }

    private Optional<ReplicaFigures> newest(int partition) {
        return figures.values().stream()
                .flatMap(found -> found.replicas().stream())
                .filter(replica -> replica.partition() == partition)
                .max(Comparator.comparingLong(ReplicaFigures::version));
    }

    /** A row per partition. */
    private Table partitions() {
        List<List<Value>> rows = new ArrayList<>();
        for (ClusterStatus.Partition partition : outlook.status().partitions()) {
            rows.add(List.of(
                    Value.of(partition.number()),
                    Value.of(partition.firstSlot() + "-" + partition.lastSlot()),
                    Value.of(outlook.health(partition).word()),
                    newest(partition.number())
                            .map(replica -> Value.of(replica.entries()))
                            .orElseGet(Value::nullValue),
                    Cells.of(partition.leader().map(ServerAddress::toString)),
                    Cells.of(partition.replicas())));
        }
        return new Table("partitions", List.of("partition", "slots", "health", "entries", "leader", "replicas"), rows);
    }
}
