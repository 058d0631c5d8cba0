package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All slots in partitions of one server's memory; those taken away are at 127.0.0.1:7777. */
final class MemoryPartitions implements Partitions {
    private final List<MemoryPartition> all = new ArrayList<>();
    private final int slotsEach;

    /** Whether to say that not all of them are opened. */
    volatile boolean loading;

    MemoryPartitions(int count) {
        slotsEach = Slot.COUNT / count;
        for (int number = 0; number < count; number++) {
            int last = number == count - 1 ? Slot.COUNT - 1 : (number + 1) * slotsEach - 1;
            all.add(new MemoryPartition(number, number * slotsEach, last));
        }
    }

    MemoryPartition get(int number) {
        return all.get(number);
    }

    MemoryPartition of(String key) {
        return ofSlot(Slot.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** A key that belongs to a partition: the same at every call, another for each variant. */
    String keyIn(int number, String variant) {
        int attempt = 0;
        while (of(variant + attempt) != get(number)) {
            attempt++;
        }
        return variant + attempt;
    }

    List<MemoryPartition> all() {
        return all;
    }

    @Override
    public int number(int slot) {
        return ofSlot(slot).number();
    }

    @Override
    public MemoryPartition ofSlot(int slot) {
        return all.get(Math.min(slot / slotsEach, all.size() - 1));
    }

    @Override
    public List<ServedPartition> led() {
        return all.stream()
                .filter(MemoryPartition::leads)
                .<ServedPartition>map(partition -> partition)
                .toList();
    }

    @Override
    public List<ServedPartition> held() {
        return List.copyOf(all);
    }

    @Override
    public @Nullable Failure loading() {
        return loading ? new Failure("LOADING", "not all is opened") : null;
    }

    @Override
    public @Nullable Failure moved(int slot) {
        return ofSlot(slot).leaderless ? null : Failure.moved(slot, "127.0.0.1", 7777);
    }

    @Override
    public Failure leaderless(int slot) {
        return Failure.clusterDown("nobody leads slot " + slot);
    }
}
