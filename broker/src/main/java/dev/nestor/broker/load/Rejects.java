package dev.nestor.broker.load;

import dev.nestor.commandline.StatusLine;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Tells of what could not be stored: of everything where it is kept in a file, of the first where a person looks on. Safe
 * for use by any thread.
 */
final class Rejects {
    /** Of a wrong file every line is rejected, and nobody reads more than a screen of that. */
    private static final int SHOWN_ON_TERMINAL = 20;

    private final String name;
    private final boolean quiet;
    private final StatusLine out;
    private final BooleanSupplier terminal;
    private final AtomicLong count = new AtomicLong();
    private volatile boolean countedOnly;

    Rejects(String name, boolean quiet, StatusLine out, BooleanSupplier terminal) {
        this.name = name;
        this.quiet = quiet;
        this.out = out;
        this.terminal = terminal;
    }

    void reject(long line, String reason) {
        long number = count.incrementAndGet();
        if (quiet) {
            return;
        }
        if (number == SHOWN_ON_TERMINAL + 1 && terminal.getAsBoolean()) {
            countedOnly = true;
            out.printAbove(
                    name + ": further rejects are only counted; nestor broker -i FILE 2> REJECTS tells them all");
        }
        if (!countedOnly) {
            out.printAbove(name + ", line " + line + ": " + reason);
        }
    }

    long count() {
        return count.get();
    }
}
