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
}
