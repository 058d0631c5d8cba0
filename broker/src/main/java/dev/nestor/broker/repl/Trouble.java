package dev.nestor.broker.repl;

import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.broker.ClusterStatus.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with a cluster, which keys that touches, and what works all the same: in words. */
final class Trouble {
    private static final int SLOTS = 16_384;

    private Trouble() {}

    /** A sentence for the servers, and one for each state that partitions are in; nothing if all is well. */
    static List<String> in(ClusterStatus status) {
        List<String> sentences = new ArrayList<>();
        String lost = status.servers().stream()
                .filter(server -> !server.isUp())
                .map(Trouble::described)
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            sentences.add(lost + ".");
        }
        byState(status).forEach((state, partitions) -> {
            String meaning = meaning(state, status);
            if (!meaning.isEmpty()) {
                sentences.add(which(partitions) + ": " + meaning);
            }
        });
        return sentences;
    }

    private static String described(Server server) {
        return server.address() + " is " + (server.state().equals("suspect") ? "silent" : server.state());
    }

    private static Map<String, List<Partition>> byState(ClusterStatus status) {
        return status.partitions().stream()
                .collect(Collectors.groupingBy(Partition::state, LinkedHashMap::new, Collectors.toList()));
    }

    /** {@code Partitions 0 and 3 (40 % of the keys)}. */
    private static String which(List<Partition> partitions) {
        int slots = partitions.stream()
                .mapToInt(partition -> partition.lastSlot() - partition.firstSlot() + 1)
                .sum();
        String numbers = partitions.stream()
                .map(partition -> Integer.toString(partition.number()))
                .collect(Collectors.joining(", "));
        return (partitions.size() == 1 ? "Partition " : "Partitions ") + numbers + " (about "
                + Math.round(100.0 * slots / SLOTS) + " % of the keys)";
    }

    /** What a state, in the server's word, means for people. */
    private static String meaning(String state, ClusterStatus status) {
        return switch (state) {
            case "ok" -> "";
            case "degraded" ->
                "fewer than " + status.copies() + " copies are alive; reading and writing go on, and nothing is lost.";
            case "electing" -> "a new leader is being chosen; commands wait a moment for it.";
            case "no quorum" ->
                "too few copies are alive to write; what is there can be read and may be stale, writes wait for a server to"
                        + " come back.";
            case "down" -> "no copy is alive; these keys can neither be read nor written until a server comes back.";
            default -> state + ".";
        };
    }
}
