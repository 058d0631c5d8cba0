package dev.nestor.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * One replica's state of a partition. Applying the same entries in the same order gives the same state, down to the
 * digest, on every replica.
 *
 * <p>One thread at a time calls {@link #apply}, {@link #freeze} and {@link #restore}. Any number of threads read
 * {@link #view} meanwhile; it changes once for each entry, so that nobody sees half of one.
 */
public final class Store {
    private Writer writer = new Writer(StoreView.EMPTY);
    private volatile StoreView view = StoreView.EMPTY;

    /** The state after the last entry. */
    public StoreView view() {
        return view;
    }

    /**
     * Applies an entry in its binary form.
     *
     * @return what became of each of its operations, in their order
     * @throws CorruptEntryException if it is none. Like every other exception this means that the replica can't go
     *     on: the store is not to be used any more, and no part of the entry is seen by readers
     */
    public Outcome[] apply(ByteBuffer entry) {
        return apply(LogEntry.decode(entry));
    }

    /** Applies an entry. */
    public Outcome[] apply(LogEntry entry) {
        Outcome[] outcomes = writer.apply(entry);
        view = writer.commit();
        return outcomes;
    }

    /** A picture of the state, taken in constant time, that later entries do not change. */
    public Snapshot freeze() {
        return new Snapshot(view);
    }

    /**
     * Replaces the whole state by one that {@link Snapshot#writeTo} wrote. Readers see the old state until all of the
     * new one was read and checked.
     *
     * @throws IOException if the snapshot can't be read, is damaged or incomplete; the state is as it was
     */
    public void restore(InputStream snapshot) throws IOException {
        StoreView restored = new SnapshotReader(snapshot).read();
        writer = new Writer(restored);
        view = restored;
    }
}
