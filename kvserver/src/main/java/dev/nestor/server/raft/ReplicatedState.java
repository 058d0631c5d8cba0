package dev.nestor.server.raft;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * The state that a Raft group keeps the same on all its replicas.
 *
 * <p>One thread at a time calls {@link #apply}, {@link #freeze} and {@link #restore}; readers of the state may run beside
 * it, so what they see must be published safely by the implementation.
 *
 * @param <R> what applying an entry answers to the one who proposed it
 */
public interface ReplicatedState<R> {
    /**
     * Applies one committed entry. Must depend on nothing but the state and the entry: no clock, no randomness.
     * An exception means that this replica can't be trusted any more and stops the process.
     */
    R apply(LogPosition position, ByteBuffer entry);

    /** A picture of the state as it is now, taken in constant time, that later entries don't change. */
    Picture freeze();

    /**
     * Replaces the whole state by a snapshot that {@link Picture#writeTo} wrote.
     *
     * @throws IOException if the snapshot can't be read or is damaged; the state is then not used any more
     */
    void restore(InputStream snapshot) throws IOException;

    /** An immutable picture of a state, written out while the state moves on. */
    interface Picture {
        /** Writes the snapshot. Called in the background. */
        void writeTo(OutputStream out) throws IOException;
    }
}
