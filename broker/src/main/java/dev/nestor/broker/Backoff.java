package dev.nestor.broker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Pauses between repetitions, each up to twice as long as the one before, drawn at random so that many clients do not
 * come back at once ("full jitter", Brooker: Exponential Backoff And Jitter, 2015).
 */
final class Backoff {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Deadline deadline;
    private final CountDownLatch end;
    private long nanos = FIRST_NANOS;

    /**
     * @param end ends every pause at once when it is counted down
     */
    Backoff(Deadline deadline, CountDownLatch end) {
        this.deadline = deadline;
        this.end = end;
    }

    /** Lets some time pass; false when there is none left for another attempt, or the thread was told to end. */
    boolean pause() {
        long drawn = ThreadLocalRandom.current().nextLong(nanos / 4, nanos);
        nanos = Math.min(2 * nanos, LONGEST_NANOS);
        try {
            boolean ended = end.await(deadline.within(Duration.ofNanos(drawn)).toNanos(), TimeUnit.NANOSECONDS);
            return !ended && !deadline.hasPassed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
