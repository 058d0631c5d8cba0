package dev.nestor.broker.repl;

import java.io.IOException;
import java.io.PrintWriter;

/** How results look. */
interface Format {

    /**
     * Writes a result, whose records are fetched while it is written.
     *
     * @throws IOException when there are no more answers from the cluster
     */
    void write(Result result, PrintWriter out) throws IOException;

    /** Writes what stands among the results for a command that failed: nothing, unless programs count on a line. */
    default void writeFailure(String message, PrintWriter out) {}
}
