package dev.nestor.broker.repl;

import dev.nestor.broker.Answer;
import dev.nestor.broker.Cluster;
import dev.nestor.broker.ServerAddress;
import dev.nestor.broker.repl.Paint.Colour;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What commands work with: the cluster, somebody to answer to, and what was agreed so far. For one thread at a time. */
public final class Conversation {
    private final Cluster cluster;
    private final CommandList commands;
    private final Loading loading;
    private final Audience audience;
    private final Notices notices = new Notices();
    private String origin = "";
    private boolean timing;
    private boolean ended;

    Conversation(Cluster cluster, CommandList commands, Loading loading, Audience audience) {
        this.cluster = cluster;
        this.commands = commands;
        this.loading = loading;
        this.audience = audience;
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

    Notices notices() {
        return notices;
    }

    PrintWriter err() {
        return audience.err();
    }

    /** Whether a person sits at a terminal. */
    boolean isInteractive() {
        return audience.interactive();
    }

    /** Prints a result. */
    public void say(Result result) throws IOException {
        try {
            audience.format().write(result, audience.out());
        } finally {
            audience.out().flush();
        }
    }

    /** Prints something beside the results. */
    public void remark(String text) {
        audience.tell(Colour.ASIDE, text);
    }

    /** Prints what may help a person on. */
    void hint(String text) {
        if (isInteractive()) {
            remark(text);
        }
    }

    /** Prints how far an answer can be relied on, if not wholly, and returns its value. */
    public <T> T value(Answer<T> answer) {
        warn(answer.staleness().isPresent(), answer.servers(), answer.missing());
        return answer.value();
    }

    /**
     * Prints how far answers can be relied on.
     *
     * @param servers who gave them, if that is known
     */
    void warn(boolean stale, List<ServerAddress> servers, Collection<Answer.MissingPartition> missing) {
        if (stale) {
            tell(
                    Colour.WARNING,
                    servers.size() == 1
                            ? "This may be stale: it comes from " + servers.getFirst()
                                    + ", while its partition has no leader."
                            : "Some of this may be stale: not every partition has a leader.");
        }
        if (!missing.isEmpty()) {
            String numbers = missing.stream()
                    .map(partition -> Integer.toString(partition.number()))
                    .collect(Collectors.joining(", "));
            tell(
                    Colour.WARNING,
                    "This is incomplete: nobody answered for " + (missing.size() == 1 ? "partition " : "partitions ")
                            + numbers + ".");
        }
        if (stale || !missing.isEmpty()) {
            explain();
        }
    }

    /** Prints what is wrong with the cluster, unless that was said already. */
    void explain() {
        List<String> trouble = Outlook.of(cluster).trouble();
        if (notices.isNews(trouble)) {
            trouble.forEach(sentence -> tell(Colour.WARNING, sentence));
        }
    }

    /** Prints that something failed. A person needs no more than is told beside the results. */
    void fail(String message) {
        if (!isInteractive()) {
            audience.format().writeFailure(message, audience.out());
        }
        tell(Colour.ERROR, (origin.isEmpty() ? "Error: " : origin + ": ") + message);
    }

    private void tell(Colour colour, String text) {
        audience.tell(colour, text);
    }

    /** Where the commands that follow stand. */
    void setOrigin(String where) {
        origin = where;
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
