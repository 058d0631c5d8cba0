package dev.nestor.bench.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Clients each of which sends its next request when the one before is answered. */
final class ClosedLoop {
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    /** A request to a target. */
    @FunctionalInterface
    interface Request {
        void send(int client, Target.Answered answered);
    }

    private final Request request;
    private final Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running;
    private final BooleanSupplier more;

    private ClosedLoop(Request request, int clients, BooleanSupplier more) {
        this.request = request;
        this.running = new CountDownLatch(clients);
        this.more = more;
    }

    /** Runs for a time. The first failure of a request ends the run. */
    static Load run(Request request, int clients, Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return run(request, clients, () -> System.nanoTime() - end < 0);
    }

    /** Runs as long as there is more to do, which any thread may ask. The first failure of a request ends the run. */
    static Load run(Request request, int clients, BooleanSupplier more) throws IOException, InterruptedException {
        ClosedLoop loop = new ClosedLoop(request, clients, more);
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            loop.next(client);
        }
        loop.running.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        Throwable failed = loop.failure.get();
        if (failed != null) {
            throw new IOException("a request failed: " + failed, failed);
        }
        return new Load(loop.latencies.getTotalCount() / seconds, loop.latencies.getValueAtPercentile(50) / 1e6);
    }

    private void next(int client) {
        if (failure.get() != null || !more.getAsBoolean()) {
            running.countDown();
            return;
        }
        long start = System.nanoTime();
        request.send(client, thrown -> {
            if (thrown != null) {
                failure.compareAndSet(null, thrown);
            } else {
                latencies.recordValue(Math.min(System.nanoTime() - start, LONGEST_NANOS));
            }
            next(client);
        });
    }

    /** One of {@code count} keys, at random. */
    static byte[] randomKey(int count) {
        return key(ThreadLocalRandom.current().nextInt(count));
    }

    static byte[] key(int number) {
        return ("key:" + (1_000_000 + number)).getBytes(StandardCharsets.US_ASCII);
    }
}
