package dev.nestor.broker.repl;

import dev.nestor.broker.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

/**
 * What came of some commands.
 *
 * @param out without the end of the last line
 */
record Spoken(String out, String err, boolean done) {
    /** Commands as {@code -c} has them. */
    static Spoken commands(Cluster cluster, OutputFormat format, String... commands) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        boolean done = repl(cluster, format)
                .commands(List.of(commands), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Spoken(out.toString().stripTrailing(), err.toString().stripTrailing(), done);
    }

    /** Lines as a pipe has them. */
    static Spoken lines(Cluster cluster, String text) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        boolean done = repl(cluster, OutputFormat.TEXT)
                .lines(new BufferedReader(new StringReader(text)), new PrintWriter(out), new PrintWriter(err));
        return new Spoken(out.toString().stripTrailing(), err.toString().stripTrailing(), done);
    }

    static Repl repl(Cluster cluster, OutputFormat format) {
        return new Repl(cluster, (file, report) -> loaded(file.toString(), report), format, List.of());
    }

    /** A loader that only knows a good and a bad file. */
    private static boolean loaded(String file, PrintWriter report) {
        report.println("loading " + file);
        return file.equals("good.txt");
    }
}
