package dev.nestor.server.raft;

import dev.nestor.server.store.EntryEncoder;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on their way into one log entry, and who waits for each. */
final class WriteBatch {
    /** From here on a batch takes no more; a single operation may be larger. */
    static final int BYTES_FULL = 1 << 20;

    static final int OPERATIONS_MAX = 4096;

    private final EntryEncoder entry = new EntryEncoder();
    private final List<WriteListener> listeners = new ArrayList<>();

    void add(Operation operation, WriteListener listener) {
        entry.add(operation);
        listeners.add(listener);
    }

    /** How many operations it has. */
    int size() {
        return listeners.size();
    }

    boolean isFull() {
        return entry.sizeBytes() >= BYTES_FULL || listeners.size() >= OPERATIONS_MAX;
    }

    byte[] encode(long nowMillis) {
        return entry.encode(nowMillis);
    }

    void settle(Outcome @Nullable [] outcomes, @Nullable ProposalException failure) {
        for (int i = 0; i < listeners.size(); i++) {
            if (outcomes != null) {
                listeners.get(i).written(outcomes[i]);
            } else if (failure != null) {
                listeners.get(i).failed(failure);
            }
        }
    }
}
