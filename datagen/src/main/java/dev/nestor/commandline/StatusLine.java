package dev.nestor.commandline;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One line on a terminal that tells how far a long run has come; a short run never shows it. {@link #clear} must be
 * called at last; when the process is told to end before, the line is removed all the same. Safe for use by any thread.
 */
public final class StatusLine {
    private static final long FIRST_SHOWN_NANOS = 1_000_000_000;
    private static final long SHOWN_EVERY_NANOS = 200_000_000;
    private static final String BACK_TO_EMPTY_LINE = "\r\u001B[K";
    // On a narrow terminal the line is cut, as one that wraps could not be removed.
    private static final String WRAPPING_OFF = "\u001B[?7l";
    private static final String WRAPPING_ON = "\u001B[?7h";

    private final PrintWriter out;
    private final BooleanSupplier terminal;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private final AtExit atExit = new AtExit("clear-status-line", this::remove);
    private long nextNanos = FIRST_SHOWN_NANOS;
    private boolean shown;
    private boolean ended;

    /**
     * A line that is not shown yet, of a run that begins now.
     *
     * @param terminal whether {@code out} shows on a terminal; asked only in a run that is long enough to matter
     */
    public StatusLine(PrintWriter out, BooleanSupplier terminal, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    /** How long the run takes so far. */
    public long elapsedNanos() {
        return nanoClock.getAsLong() - startNanos;
    }

    /** Shows the text in place of the one before, unless that is too young. */
    public synchronized void show(Supplier<String> text) {
        long nanos = elapsedNanos();
        if (nanos < nextNanos) {
            return;
        }
        if (!ended && terminal.getAsBoolean()) {
            shown = true;
            out.print(BACK_TO_EMPTY_LINE + WRAPPING_OFF + text.get() + WRAPPING_ON);
            out.flush();
        }
        // Without a terminal this is for ever, as it would not become one.
        nextNanos = shown ? nanos + SHOWN_EVERY_NANOS : Long.MAX_VALUE;
    }

    /** Prints a line that stays, above this one. */
    public synchronized void printAbove(String line) {
        if (shown && !ended) {
            out.print(BACK_TO_EMPTY_LINE);
            nextNanos = 0;
        }
        out.println(line);
        out.flush();
    }

    /** Removes the line for good. */
    public void clear() {
        remove();
        atExit.forget();
    }

    private synchronized void remove() {
        if (shown && !ended) {
            out.print(BACK_TO_EMPTY_LINE);
            out.flush();
        }
        ended = true;
    }
}
