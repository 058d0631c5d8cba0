package dev.nestor.broker;

import java.util.List;
import java.util.Optional;

/**
 * Where a key is, whether or not it exists.
 *
 * @param leader who leads its partition, if anybody is known to
 * @param replicas who holds it, the leader included
 */
public record Location(int slot, int partition, Optional<ServerAddress> leader, List<ServerAddress> replicas) {
    public Location {
        replicas = List.copyOf(replicas);
    }
}
