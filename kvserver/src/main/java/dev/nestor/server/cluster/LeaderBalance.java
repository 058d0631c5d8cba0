package dev.nestor.server.cluster;

import dev.nestor.server.raft.Partition;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives leadership back to the server that the map prefers, once that one is up and has caught up. */
final class LeaderBalance {
    private static final Logger log = LoggerFactory.getLogger(LeaderBalance.class);

    /** Between two attempts to hand over the same partition. */
    private static final long PAUSE_MILLIS = 3_000;

    private static final long HAND_OVER_SECONDS = 3;

    private final String self;
    private final InstantSource clock;
    private final Map<Integer, Long> attemptedMillis = new ConcurrentHashMap<>();

    LeaderBalance(String self, InstantSource clock) {
        this.self = self;
        this.clock = clock;
    }

    /**
     * Starts to hand over what this server leads although another should.
     *
     * @param current the servers that would answer at once if they led
     */
    void restore(ClusterMap map, Collection<Partition> held, Set<String> current) {
        for (Partition partition : held) {
            String preferred = map.partitions().get(partition.number()).preferredLeader();
            if (!preferred.equals(self)
                    && current.contains(preferred)
                    && partition.replica().canHandOverTo(preferred)
                    && mayAttempt(partition.number())) {
                log.info("partition {}: leadership goes to {}", partition.number(), preferred);
                var _ = handOver(partition, preferred);
            }
        }
    }

    /** Hands everything to whoever is up, and waits for it a moment. */
    static void handOverAll(ClusterMap map, Collection<Partition> held) {
        CompletableFuture<?>[] attempts = held.stream()
                .flatMap(partition -> heir(map, partition).map(heir -> handOver(partition, heir)).stream())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(attempts).get(HAND_OVER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.info("not all leadership could be handed over; the others will elect: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> heir(ClusterMap map, Partition partition) {
        return map.partitions().get(partition.number()).replicas().stream()
                .filter(partition.replica()::canHandOverTo)
                .findFirst();
    }

    private static CompletableFuture<Void> handOver(Partition partition, String heir) {
        return partition.replica().transferLeadership(heir).exceptionally(failure -> {
            log.warn("partition {}: leadership did not go to {}: {}", partition.number(), heir, failure.toString());
            return null;
        });
    }

    private boolean mayAttempt(int partition) {
        long now = clock.millis();
        Long last = attemptedMillis.get(partition);
        if (last != null && now - last < PAUSE_MILLIS) {
            return false;
        }
        attemptedMillis.put(partition, now);
        return true;
    }
}
