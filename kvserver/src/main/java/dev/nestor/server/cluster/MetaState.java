package dev.nestor.server.cluster;

import dev.nestor.server.raft.LogPosition;
import dev.nestor.server.raft.ReplicatedState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest map, replicated. An entry is a whole map; it takes effect if its epoch follows that of the map before, so
 * that of two controllers that change the same map only one succeeds.
 */
final class MetaState implements ReplicatedState<Boolean> {
    private final Consumer<ClusterMap> listener;
    private volatile @Nullable ClusterMap map;

    /** Tells a listener of every map, on the thread that applies entries. */
    MetaState(Consumer<ClusterMap> listener) {
        this.listener = listener;
    }

    @Nullable
    ClusterMap map() {
        return map;
    }

    /** Whether the map took effect. */
    @Override
    public Boolean apply(LogPosition position, ByteBuffer entry) {
        ClusterMap next = Wire.decode(bytes(entry), ClusterMap.class);
        ClusterMap current = map;
        long epoch = current == null ? 0 : current.epoch();
        if (next.epoch() != epoch + 1) {
            return false;
        }
        publish(next);
        return true;
    }

    @Override
    public Picture freeze() {
        ClusterMap frozen = map;
        return out -> {
            if (frozen != null) {
                out.write(Wire.encode(frozen));
            }
        };
    }

    @Override
    public void restore(InputStream snapshot) throws IOException {
        byte[] bytes = snapshot.readAllBytes();
        if (bytes.length == 0) {
            map = null;
            return;
        }
        try {
            publish(Wire.decode(bytes, ClusterMap.class));
        } catch (IllegalArgumentException e) {
            throw new IOException("the snapshot of the cluster map is damaged", e);
        }
    }

    private void publish(ClusterMap next) {
        map = next;
        listener.accept(next);
    }

    private static byte[] bytes(ByteBuffer entry) {
        byte[] bytes = new byte[entry.remaining()];
        entry.get(bytes);
        return bytes;
    }
}
