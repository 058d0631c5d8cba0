package dev.nestor.broker.repl;

import dev.nestor.broker.Answer;
import dev.nestor.broker.Cluster;
import dev.nestor.broker.repl.Paint.Colour;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Optional;

/** What commands work with: the cluster, somebody to answer to, and what was agreed so far. For one thread at a time. */
public final class Conversation {
    private final Cluster cluster;
    private final CommandList commands;
    private final Loading loading;
    private final Format format;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Paint errorPaint;
    private final boolean interactive;
    private boolean timing;
    private boolean ended;

    Conversation(Cluster cluster, CommandList commands, Loading loading, Audience audience) {
        this.cluster = cluster;
        this.commands = commands;
        this.loading = loading;
        this.format = audience.format();
        this.out = audience.out();
        this.err = audience.err();
        this.errorPaint = audience.errorPaint();
        this.interactive = audience.interactive();
    }

    /** The cluster that is talked about. */
    public Cluster cluster() {
        return cluster;
    }

    CommandList commands() {
        return commands;
    }

    Loading loading() {
        return loading;
    }

    PrintWriter err() {
        return err;
    }

    /** Whether a person sits at a terminal. */
    boolean isInteractive() {
        return interactive;
    }

    /** Prints a result. */
    public void say(Result result) throws IOException {
        format.write(result, out);
        out.flush();
    }

    /** Prints something beside the results. */
    public void remark(String text) {
        tell(Colour.ASIDE, text);
    }

    /** Prints how far an answer can be relied on, if not wholly, and returns its value. */
    public <T> T value(Answer<T> answer) {
        warn(answer.staleness(), answer.missing());
        return answer.value();
    }

    /** Prints how far answers can be relied on. */
    void warn(Optional<String> staleness, Collection<Answer.MissingPartition> missing) {
        staleness.ifPresent(why -> tell(Colour.WARNING, "This may be stale: " + why));
        for (Answer.MissingPartition partition : missing) {
            tell(Colour.WARNING, "Incomplete, partition " + partition.number() + " is missing: " + partition.why());
        }
    }

    /** Prints that something failed. */
    void fail(String message) {
        tell(Colour.ERROR, "Error: " + message);
    }

    private void tell(Colour colour, String text) {
        out.flush();
        err.println(errorPaint.in(colour, Shown.withoutControls(text)));
        err.flush();
    }

    boolean timing() {
        return timing;
    }

    void setTiming(boolean on) {
        timing = on;
    }

    /** Nothing more is to be read. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }
}
