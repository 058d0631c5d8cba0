package dev.nestor.server.cluster;

import dev.nestor.server.raft.Partition;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives leadership back to the server that the map prefers, once that one is up. */
final class LeaderBalance {
    private static final Logger log = LoggerFactory.getLogger(LeaderBalance.class);

    /** A server that was heard of this recently can take over. */
    private static final long UP_MILLIS = 2_000;

    /** Between two attempts to hand over the same partition. */
    private static final long PAUSE_MILLIS = 10_000;

    private static final long HAND_OVER_SECONDS = 3;

    private final String self;
    private final InstantSource clock;
    private final Map<Integer, Long> attemptedMillis = new ConcurrentHashMap<>();

    LeaderBalance(String self, InstantSource clock) {
        this.self = self;
        this.clock = clock;
    }

    /** Starts to hand over what this server leads although another should. */
    void restore(ClusterMap map, Collection<Partition> held, Map<String, Long> silentMillis) {
        for (Partition partition : held) {
            String preferred = map.partitions().get(partition.number()).preferredLeader();
            boolean up = silentMillis.getOrDefault(preferred, Long.MAX_VALUE) < UP_MILLIS;
            if (!preferred.equals(self) && up && partition.replica().isLeader() && mayAttempt(partition.number())) {
                log.info("partition {}: leadership goes to {}", partition.number(), preferred);
                var _ = handOver(partition, preferred);
            }
        }
    }

    /** Hands everything to whoever is up, and waits for it a moment. */
    static void handOverAll(String self, ClusterMap map, Collection<Partition> held, Map<String, Long> silentMillis) {
        CompletableFuture<?>[] attempts = held.stream()
                .filter(partition -> partition.replica().isLeader())
                .flatMap(partition ->
                        heir(self, map, partition, silentMillis).map(heir -> handOver(partition, heir)).stream())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(attempts).get(HAND_OVER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.info("not all leadership could be handed over; the others will elect: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> heir(
            String self, ClusterMap map, Partition partition, Map<String, Long> silentMillis) {
        return map.partitions().get(partition.number()).replicas().stream()
                .filter(server -> !server.equals(self))
                .filter(server -> silentMillis.getOrDefault(server, Long.MAX_VALUE) < UP_MILLIS)
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
