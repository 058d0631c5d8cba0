package dev.nestor.datagen;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that tells how far a long run has come, and the sentence at its end. {@link #clear} must be
 * called at last; when the process is told to end before, the line is removed all the same.
 */
final class Progress implements DatasetWriter.Listener {
    private static final long FIRST_SHOWN_NANOS = 1_000_000_000;
    private static final long SHOWN_EVERY_NANOS = 200_000_000;
    private static final String BACK_TO_EMPTY_LINE = "\r\u001B[K";
    // On a narrow terminal the line is cut, as one that wraps could not be removed.
    private static final String WRAPPING_OFF = "\u001B[?7l";
    private static final String WRAPPING_ON = "\u001B[?7h";

    private final long total;
    private final PrintWriter out;
    private final BooleanSupplier terminal;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private final AtExit atExit = new AtExit("clear-progress-line", this::removeLine);
    private long nextNanos;
    private boolean shown;
    private boolean ended;

    /**
     * @param total number of records of the whole run
     * @param terminal whether {@code out} shows on a terminal; asked only in a run that is long enough to matter
     */
    Progress(long total, PrintWriter out, BooleanSupplier terminal, LongSupplier nanoClock) {
        this.total = total;
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
        this.nextNanos = FIRST_SHOWN_NANOS;
    }

    @Override
    public synchronized void written(long records, long bytes) {
        long nanos = elapsedNanos();
        if (nanos >= nextNanos && !ended && terminal.getAsBoolean()) {
            show(records, bytes, nanos / 1e9);
        }
        // Without a terminal this is for ever, as it would not become one.
        if (nanos >= nextNanos) {
            nextNanos = shown ? nanos + SHOWN_EVERY_NANOS : Long.MAX_VALUE;
        }
    }

    /** Removes the line for good. */
    void clear() {
        removeLine();
        atExit.forget();
    }

    private synchronized void removeLine() {
        if (shown && !ended) {
            out.print(BACK_TO_EMPTY_LINE);
            out.flush();
        }
        ended = true;
    }

    /** What was done, how long it took and how fast it was. */
    String summary(long bytes, String destination) {
        double seconds = Math.max(elapsedNanos(), 1) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s, %,.1f MB, written to %s in %.2f s (%,.0f records/s, %,.1f MB/s)",
                Counted.of(total, "record"),
                bytes / 1e6,
                destination,
                seconds,
                total / seconds,
                bytes / 1e6 / seconds);
    }

    private void show(long records, long bytes, double seconds) {
        shown = true;
        out.printf(
                Locale.ROOT,
                "%s%s%,d of %s (%d %%), %,.1f MB, %,.0f records/s, %,.0f s left%s",
                BACK_TO_EMPTY_LINE,
                WRAPPING_OFF,
                records,
                Counted.of(total, "record"),
                100 * records / total,
                bytes / 1e6,
                records / seconds,
                (total - records) * seconds / records,
                WRAPPING_ON);
        out.flush();
    }

    private long elapsedNanos() {
        return nanoClock.getAsLong() - startNanos;
    }
}
