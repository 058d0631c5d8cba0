package dev.nestor.datagen;

import dev.nestor.commandline.Counted;
import dev.nestor.commandline.StatusLine;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Tells how far a run has come, and what it did in the end. {@link #clear} must be called at last. */
final class Progress implements DatasetWriter.Listener {
    private final long total;
    private final StatusLine line;

    /**
     * @param total number of records of the whole run
     * @param terminal whether {@code out} shows on a terminal; asked only in a run that is long enough to matter
     */
    Progress(long total, PrintWriter out, BooleanSupplier terminal, LongSupplier nanoClock) {
        this.total = total;
        this.line = new StatusLine(out, terminal, nanoClock);
    }

    @Override
    public void written(long records, long bytes) {
        line.show(() -> text(records, bytes, line.elapsedNanos() / 1e9));
    }

    /** Removes the line for good. */
    void clear() {
        line.clear();
    }

    /** What was done, how long it took and how fast it was. */
    String summary(long bytes, String destination) {
        double seconds = Math.max(line.elapsedNanos(), 1) / 1e9;
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

    private String text(long records, long bytes, double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d of %s (%d %%), %,.1f MB, %,.0f records/s, %,.0f s left",
                records,
                Counted.of(total, "record"),
                100 * records / total,
                bytes / 1e6,
                records / seconds,
                (total - records) * seconds / records);
    }
}
