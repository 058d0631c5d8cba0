package dev.nestor.drill;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.command.FileLoading;
import dev.nestor.broker.load.Loader;
import dev.nestor.broker.repl.OutputFormat;
import dev.nestor.broker.repl.Repl;
import dev.nestor.drill.local.Launch;
import dev.nestor.drill.local.LocalServers;
import dev.nestor.drill.local.Scratch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of processes on this machine with some records in it. {@link #close} ends the processes and deletes what they
 * wrote; it also runs when this process is told to end.
 */
final class Demo implements AutoCloseable {
    /** @param keep whether the folder stays */
    record Wish(int servers, int copies, long records, boolean keep) {}

    private final Wish wish;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Scratch scratch;
    private final LocalServers servers;
    private final Thread hook = new Thread(this::cleanUp, "demo-end");
    private @Nullable Cluster cluster;
    private boolean closed;

    private Demo(Wish wish, PrintWriter out, PrintWriter err) throws IOException {
        this.wish = wish;
        this.out = out;
        this.err = err;
        this.scratch = Scratch.create("nestor-demo-");
        this.servers = LocalServers.in(scratch.folder(), wish.servers(), Launch.SMALL);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts the servers, makes them a cluster and loads it. */
    static Demo prepare(Wish wish, PrintWriter out, PrintWriter err) throws IOException {
        Demo demo = new Demo(wish, out, err);
        try {
            demo.start();
            return demo;
        } catch (IOException | RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private void start() throws IOException {
        say("Starting " + wish.servers() + " servers in " + scratch.folder());
        servers.start();
        say("Forming a cluster that keeps every key on " + wish.copies() + " of them");
        cluster = Cluster.connect(servers.addresses(), ClusterSettings.DEFAULT.withCopies(wish.copies()));
        say("Generating and loading " + wish.records() + " records");
        SampleData.write(data(), wish.records());
        out.println(new Loader(cluster, Loader.USUAL_KEY_FIELD, false, err)
                .load(data())
                .text());
    }

    private Path data() {
        return scratch.folder().resolve("data.txt");
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }

    private Cluster cluster() {
        if (cluster == null) {
            throw new IllegalStateException("the demo has not started");
        }
        return cluster;
    }

    /** Lets a person, or a script on standard input, work with it. Returns the exit code. */
    int play() throws IOException {
        Repl repl = new Repl(cluster(), new FileLoading(cluster()), OutputFormat.TEXT, ServerCommands.of(servers));
        return repl.converse(new DemoGreeting(servers, data()).text(), out, err) ? 0 : 1;
    }

    /** Runs the fixed script. Returns the exit code. */
    int check() throws IOException {
        return new DemoCheck(cluster(), servers, wish.records(), out).run() ? 0 : 1;
    }

    @Override
    public void close() {
        cleanUp();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends already, and its hook finds nothing left to do.
        }
    }

    /** Once; whoever comes second waits until it is done. */
    private synchronized void cleanUp() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (cluster != null) {
                cluster.close();
            }
            if (wish.keep()) {
                servers.stop();
                say("Data and logs are in " + scratch.folder());
            } else {
                servers.close();
                scratch.delete();
            }
        } catch (IOException e) {
            err.println("nestor demo: not all was cleaned up in " + scratch.folder() + ": " + e.getMessage());
            err.flush();
        }
    }
}
