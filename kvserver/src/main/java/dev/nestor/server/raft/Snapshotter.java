package dev.nestor.server.raft;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a replica's snapshot is due and writes it in the background, one at a time.
 *
 * <p>{@link #isDue}, {@link #isWanted} and {@link #start} belong to the thread that applies entries; the rest is
 * thread-safe.
 */
final class Snapshotter {
    private static final Logger log = LoggerFactory.getLogger(Snapshotter.class);

    private final long bytesBetween;
    private final Executor executor;
    private final Runnable afterwards;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean unused = new AtomicBoolean();
    private volatile CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private long bytesSince;

    /**
     * @param bytesBetween how many bytes of log come between two snapshots
     * @param executor runs the writing
     * @param afterwards called when a snapshot is durable, and once more when it is not {@link #used} by then
     */
    Snapshotter(long bytesBetween, Executor executor, Runnable afterwards) {
        this.bytesBetween = bytesBetween;
        this.executor = executor;
        this.afterwards = afterwards;
    }

    /** Counts an applied entry. True when a snapshot should start now. */
    boolean isDue(int entryBytes) {
        bytesSince += entryBytes;
        return bytesSince >= bytesBetween && writing.isDone();
    }

    /**
     * An entry was applied. Ratis takes no notice of a snapshot behind which no entry has come, so it is told once more
     * of one that it has not used.
     */
    void applied() {
        if (unused.getAndSet(false)) {
            executor.execute(afterwards);
        }
    }

    /** The last durable snapshot serves its purpose: the log is purged behind it. */
    void used() {
        unused.set(false);
    }

    /** Asks for a snapshot at the next opportunity, however little was written. */
    void want() {
        wanted.set(true);
    }

    /** True once after {@link #want}, unless a snapshot is being written anyway. */
    boolean isWanted() {
        return writing.isDone() && wanted.getAndSet(false);
    }

    void start(LogPosition position, ReplicatedState.Picture picture, SnapshotFiles files) {
        bytesSince = 0;
        writing = CompletableFuture.runAsync(() -> write(position, picture, files), executor);
    }

    /** Returns when no snapshot is being written. */
    void awaitIdle() {
        writing.join();
    }

    private void write(LogPosition position, ReplicatedState.Picture picture, SnapshotFiles files) {
        try {
            long start = System.nanoTime();
            files.write(position, picture);
            log.info("snapshot {} written in {} ms", files.file(position), (System.nanoTime() - start) / 1_000_000);
        } catch (IOException | RuntimeException e) {
            // The log still holds everything; the next snapshot may succeed.
            log.error("snapshot {} could not be written", files.file(position), e);
            return;
        }
        unused.set(true);
        afterwards.run();
    }
}
