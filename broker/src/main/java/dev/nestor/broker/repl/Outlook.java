package dev.nestor.broker.repl;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.ClusterStatus.Server;
import dev.nestor.broker.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * How a cluster is, and what that means for its keys. A server that is left alone cannot know how the others are, so what
 * it says counts less than who answers.
 *
 * @param silent the servers that do not answer
 */
record Outlook(ClusterStatus status, Set<ServerAddress> silent) {
    /** How long a server is waited for. */
    static final Duration PATIENCE = Duration.ofMillis(700);

    private static final int SLOTS = 16_384;

    /** How a partition is, from well to worst. */
    enum Health {
        OK("ok"),
        DEGRADED("degraded"),
        ELECTING("electing"),
        NO_QUORUM("no quorum"),
        DOWN("down");

        private final String word;

        Health(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Outlook {
        silent = Set.copyOf(silent);
    }

    /** Asks every server. */
    static Outlook of(Cluster cluster) {
        ClusterStatus status = cluster.lastStatus();
        Set<ServerAddress> silent = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerAddress server : status.addresses()) {
                threads.execute(() -> {
                    if (!cluster.isReachable(server, PATIENCE)) {
                        silent.add(server);
                    }
                });
            }
        }
        try {
            return new Outlook(silent.size() == status.servers().size() ? status : cluster.status(), silent);
        } catch (ClusterException nobodyAnswers) {
            return new Outlook(status, new HashSet<>(status.addresses()));
        }
    }

    /** How large and safe the cluster is. */
    String summary() {
        return counted(status.servers().size(), "server") + ", "
                + counted(status.partitions().size(), "partition") + ", every key on " + status.copies()
                + (status.copies() == 1 ? " server" : " servers");
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** How a server is, in a word. */
    String state(Server server) {
        if (!silent.contains(server.address())) {
            return server.state().equals("leaving") ? "leaving" : "up";
        }
        return server.state().equals("down") ? "down" : "silent";
    }

    /** How a partition is. */
    Health health(Partition partition) {
        long live = partition.replicas().stream()
                .filter(server -> !silent.contains(server))
                .count();
        if (live == 0) {
            return Health.DOWN;
        }
        if (2 * live <= partition.replicas().size()) {
            return Health.NO_QUORUM;
        }
        if (partition.leader().isEmpty() || silent.contains(partition.leader().get())) {
            return Health.ELECTING;
        }
        return live < status.copies() ? Health.DEGRADED : Health.OK;
    }

    /** A sentence for the servers, and one for each state that partitions are in; nothing if all is well. */
    List<String> trouble() {
        if (silent.size() == status.servers().size()) {
            return List.of("None of the servers answers: " + silentAddresses()
                    + ". Nothing can be read or written until they are back; what was stored is on their disks.");
        }
        List<String> sentences = new ArrayList<>();
        if (!silent.isEmpty()) {
            sentences.add(silentAddresses() + (silent.size() == 1 ? " does not answer." : " do not answer."));
        }
        byHealth().forEach((health, partitions) -> {
            if (health != Health.OK) {
                sentences.add(which(partitions) + ": " + meaning(health));
            }
        });
        return sentences;
    }

    /** The servers that do not answer, in the order of the cluster. */
    String silentAddresses() {
        return status.addresses().stream()
                .filter(silent::contains)
                .map(ServerAddress::toString)
                .collect(Collectors.joining(", "));
    }

    private Map<Health, List<Partition>> byHealth() {
        return status.partitions().stream()
                .collect(Collectors.groupingBy(this::health, () -> new EnumMap<>(Health.class), Collectors.toList()));
    }

    /** {@code Partitions 0, 3 (about 40 % of the keys)}. */
    private String which(List<Partition> partitions) {
        if (partitions.size() == status.partitions().size()) {
            return "All keys";
        }
        int slots = partitions.stream()
                .mapToInt(partition -> partition.lastSlot() - partition.firstSlot() + 1)
                .sum();
        String numbers = partitions.stream()
                .map(partition -> Integer.toString(partition.number()))
                .collect(Collectors.joining(", "));
        return (partitions.size() == 1 ? "Partition " : "Partitions ") + numbers + " (about "
                + Math.round(100.0 * slots / SLOTS) + " % of the keys)";
    }

    private String meaning(Health health) {
        return switch (health) {
            case OK -> "well.";
            case DEGRADED ->
                "fewer than " + status.copies() + " copies are alive; reading and writing go on, nothing is lost.";
            case ELECTING -> "a new leader is being chosen; commands wait a moment for it.";
            case NO_QUORUM ->
                "too few copies are alive to write. Reading goes on, and says that the answer may be stale; writing works"
                        + " again when a server is back.";
            case DOWN ->
                "no copy is alive. They can be neither read nor written until a server is back; what was stored is"
                        + " on its disk.";
        };
    }
}
