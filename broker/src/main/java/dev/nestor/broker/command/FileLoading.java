package dev.nestor.broker.command;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.load.Loader;
import dev.nestor.broker.load.Summary;
import dev.nestor.broker.repl.Loading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What LOAD does at the prompt: what {@code -i} does. */
public record FileLoading(Cluster cluster) implements Loading {
    @Override
    public boolean load(Path file, PrintWriter report) throws IOException {
        Summary summary = new Loader(cluster, Loader.USUAL_KEY_FIELD, false, report).load(file);
        report.println(summary.text());
        return summary.rejects() == 0;
    }
}
