package dev.nestor.broker;

import dev.nestor.broker.Batch.Document;
import dev.nestor.protocol.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Groups documents by partition, as one command may write to one partition only. A server that has other partitions in
 * mind refuses a batch, which is then parted until it suits. Not for several threads.
 */
final class Batches {
    private static final int DOCUMENTS = 64;
    private static final long BYTES = 64 << 10;

    private final int[] groupBySlot = new int[Slot.COUNT];
    private final List<Group> groups = new ArrayList<>();

    /** What waits for more of its partition. */
    private static final class Group {
        private final List<Document> documents = new ArrayList<>(DOCUMENTS);
        private long weight;

        boolean isFull() {
            return documents.size() >= DOCUMENTS || weight >= BYTES;
        }

        void add(Document document) {
            documents.add(document);
            weight += document.weight();
        }

        Optional<Batch> take() {
            if (documents.isEmpty()) {
                return Optional.empty();
            }
            Batch batch = new Batch(documents);
            documents.clear();
            weight = 0;
            return Optional.of(batch);
        }
    }

    /**
     * @param status tells which slots belong together
     */
    Batches(ClusterStatus status) {
        groups.add(new Group());
        for (ClusterStatus.Partition partition : status.partitions()) {
            Arrays.fill(groupBySlot, partition.firstSlot(), partition.lastSlot() + 1, groups.size());
            groups.add(new Group());
        }
    }

    private Group group(Key key) {
        return groups.get(groupBySlot[key.slot()]);
    }

    /** Adds a document; a batch that is full with it is not kept any longer. */
    Optional<Batch> add(Document document) {
        Group group = group(document.key());
        group.add(document);
        return group.isFull() ? group.take() : Optional.empty();
    }

    /** Takes what is there of a key's partition. */
    Optional<Batch> take(Key key) {
        return group(key).take();
    }

    /** Takes all. */
    List<Batch> takeAll() {
        return groups.stream().flatMap(group -> group.take().stream()).toList();
    }
}
