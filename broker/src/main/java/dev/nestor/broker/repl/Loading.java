package dev.nestor.broker.repl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What the prompt needs to load a file of records; somebody else does it. */
@FunctionalInterface
public interface Loading {

    /**
     * Loads all records of a file.
     *
     * @param report where to tell of the progress, of lines that are no records, and of the end
     * @return whether every line was a record and is stored
     * @throws IOException with a message for people
     */
    boolean load(Path file, PrintWriter report) throws IOException;
}
