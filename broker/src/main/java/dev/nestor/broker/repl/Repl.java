package dev.nestor.broker.repl;

import dev.nestor.broker.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * Commands for a cluster: from a person at a terminal, from a pipe, or one by one. For one thread.
 *
 * @param more commands beside those that every prompt has
 */
public record Repl(Cluster cluster, Loading loading, OutputFormat format, List<PromptCommand> more) {
    public Repl {
        more = List.copyOf(more);
    }

    /** Carries out commands. Returns whether none failed; why one did stands in {@code err}. */
    public boolean commands(List<String> commands, PrintWriter out, PrintWriter err) {
        Interpreter interpreter = interpreter(Audience.ofPipe(format, out, err));
        boolean done = true;
        for (String command : commands) {
            done &= interpreter.runAll(command);
        }
        return done;
    }

    /** Carries out the commands in the lines of a text until it ends. Returns whether none failed. */
    public boolean lines(BufferedReader in, PrintWriter out, PrintWriter err) throws IOException {
        Interpreter interpreter = interpreter(Audience.ofPipe(format, out, err));
        boolean done = true;
        while (!interpreter.conversation().hasEnded() && !out.checkError()) {
            String line = in.readLine();
            if (line == null) {
                return done;
            }
            done &= interpreter.runAll(line);
        }
        return done;
    }

    /** Talks with a person at the terminal of this process until that person leaves. */
    public void prompt(String greeting) throws IOException {
        try (Prompt prompt = Prompt.open(this, greeting)) {
            prompt.talk();
        }
    }

    Interpreter interpreter(Audience audience) {
        return new Interpreter(new Conversation(cluster, new CommandList(more), loading, audience), System::nanoTime);
    }
}
