package dev.nestor.server.cluster;

import java.util.List;

/**
 * A partition and where its replicas are.
 *
 * @param number from 0
 * @param slots the keys that belong to it
 * @param replicas the ids of the servers that hold it; the first one leads it when it can
 */
public record PartitionEntry(int number, SlotRange slots, List<String> replicas) {
    public PartitionEntry {
        replicas = List.copyOf(replicas);
    }

    public String preferredLeader() {
        return replicas.getFirst();
    }
}
