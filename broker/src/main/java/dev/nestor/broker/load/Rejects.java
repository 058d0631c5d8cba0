package dev.nestor.broker.load;

import dev.nestor.commandline.StatusLine;
import java.util.concurrent.atomic.AtomicLong;

/** Tells of what could not be stored. Safe for use by any thread. */
final class Rejects {
    private final String name;
    private final boolean quiet;
    private final StatusLine out;
    private final AtomicLong count = new AtomicLong();

    Rejects(String name, boolean quiet, StatusLine out) {
        this.name = name;
        this.quiet = quiet;
        this.out = out;
    }

    void reject(long line, String reason) {
        count.incrementAndGet();
        if (!quiet) {
            out.printAbove(name + ", line " + line + ": " + reason);
        }
    }

    long count() {
        return count.get();
    }
}
