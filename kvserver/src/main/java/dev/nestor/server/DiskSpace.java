package dev.nestor.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how much space is left where the data is. A log that can't be written ends the server, so writes are refused
 * while there is still enough for it to go on reading. Thread-safe.
 */
final class DiskSpace implements AutoCloseable {
    /** With less than this, writes are refused: room for the logs' next files and some entries under way. */
    static final long LOW_BYTES = 256L << 20;

    /** With this much again, writes are taken again. */
    static final long ENOUGH_BYTES = 320L << 20;

    private static final Logger log = LoggerFactory.getLogger(DiskSpace.class);
    private static final long PERIOD_MILLIS = 500;

    private final Path folder;
    private final ToLongFunction<Path> freeBytes;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("disk-space").daemon().factory());
    private volatile boolean low;

    DiskSpace(Path folder, ToLongFunction<Path> freeBytes) {
        this.folder = folder;
        this.freeBytes = freeBytes;
    }

    void start() {
        look();
        var _ = timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean isLow() {
        return low;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            judge(freeBytes.applyAsLong(folder));
        } catch (UncheckedIOException e) {
            // What can't be looked at now may be in the next round; the logs will tell if the disk is gone.
            log.warn("can't see how much space is left in {}", folder, e);
        }
    }

    private void judge(long free) {
        if (!low && free < LOW_BYTES) {
            low = true;
            log.error("writes are refused: only {} MB are left in {}, {} are needed", mb(free), folder, mb(LOW_BYTES));
        } else if (low && free >= ENOUGH_BYTES) {
            low = false;
            log.info("writes are taken again: {} MB are free in {}", mb(free), folder);
        }
    }

    private static long mb(long bytes) {
        return bytes >> 20;
    }
}
