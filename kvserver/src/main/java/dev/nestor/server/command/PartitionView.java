package dev.nestor.server.command;

import dev.nestor.server.store.StoreView;

/**
 * The state of one partition, and which keys belong to it.
 *
 * @param firstSlot the first of its slots
 * @param lastSlot the last of its slots
 */
public record PartitionView(int firstSlot, int lastSlot, StoreView view) {
    boolean holds(int slot) {
        return firstSlot <= slot && slot <= lastSlot;
    }
}
