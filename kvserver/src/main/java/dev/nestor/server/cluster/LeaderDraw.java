package dev.nestor.server.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Spreads leadership evenly: starts from the first replica of each partition and, as long as a server leads two or more
 * partitions above another, hands one over along a chain of servers that share partitions (an augmenting path).
 */
final class LeaderDraw {
    private final List<List<String>> replicas;
    private final String[] leaders;

    private LeaderDraw(List<List<String>> replicas) {
        this.replicas = replicas;
        this.leaders = replicas.stream().map(List::getFirst).toArray(String[]::new);
    }

    /** The leader of each partition. */
    static String[] draw(List<List<String>> replicas) {
        LeaderDraw draw = new LeaderDraw(replicas);
        while (draw.improve()) {
            // Each round makes the sum of the squares of all counts smaller, so there is a last one.
        }
        return draw.leaders;
    }

    private boolean improve() {
        return Arrays.stream(leaders).distinct().anyMatch(this::relieve);
    }

    /** Takes one partition off a server, if the chain ends at one that leads at least two fewer. */
    private boolean relieve(String overloaded) {
        Map<String, Step> reached = new HashMap<>();
        Deque<String> frontier = new ArrayDeque<>(List.of(overloaded));
        reached.put(overloaded, new Step(null, -1));
        while (!frontier.isEmpty()) {
            String server = frontier.remove();
            if (count(server) <= count(overloaded) - 2) {
                handOver(server, reached);
                return true;
            }
            for (int partition = 0; partition < leaders.length; partition++) {
                if (leaders[partition].equals(server)) {
                    for (String replica : replicas.get(partition)) {
                        if (reached.putIfAbsent(replica, new Step(server, partition)) == null) {
                            frontier.add(replica);
                        }
                    }
                }
            }
        }
        return false;
    }

    private void handOver(String heir, Map<String, Step> reached) {
        String server = heir;
        Step step = Objects.requireNonNull(reached.get(server));
        while (step.from() != null) {
            leaders[step.partition()] = server;
            server = step.from();
            step = Objects.requireNonNull(reached.get(server));
        }
    }

    private long count(String server) {
        return Arrays.stream(leaders).filter(server::equals).count();
    }

    /** How the search came to a server: from one that leads a partition which both hold. */
    private record Step(@Nullable String from, int partition) {}
}
