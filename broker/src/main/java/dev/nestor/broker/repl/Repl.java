package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.broker.Cluster;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
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
            done &= interpreter.runAll(command, "");
        }
        return done;
    }

    /** Prints how a cluster is. */
    public void show(Inspection inspection, PrintWriter out, PrintWriter err) throws IOException {
        interpreter(Audience.ofPipe(format, out, err)).conversation().say(inspection.report());
    }

    /**
     * Talks with a person, if standard input and output are a terminal, and otherwise carries out the lines of standard
     * input. Returns whether none failed, which is of no matter to a person.
     *
     * @param greeting for a person
     */
    public boolean converse(String greeting, PrintWriter out, PrintWriter err) throws IOException {
        if (!isInteractive()) {
            return lines(new BufferedReader(new InputStreamReader(System.in, UTF_8)), out, err);
        }
        try (Prompt prompt = Prompt.open(this, greeting)) {
            prompt.talk();
        }
        return true;
    }

    /** Whether there is a terminal; the property {@code nestor.prompt} is for rehearsals without one. */
    @SuppressWarnings("SystemConsoleNull") // it is null again from JDK 25 on
    private static boolean isInteractive() {
        Console console = System.console();
        return Boolean.getBoolean("nestor.prompt") || (console != null && console.isTerminal());
    }

    /** Carries out the commands in the lines of a text until it ends. Returns whether none failed. */
    boolean lines(BufferedReader in, PrintWriter out, PrintWriter err) throws IOException {
        Interpreter interpreter = interpreter(Audience.ofPipe(format, out, err));
        boolean done = true;
        int number = 0;
        String line = in.readLine();
        while (line != null) {
            done &= interpreter.runAll(line, "Line " + ++number);
            boolean wanted = !interpreter.conversation().hasEnded() && !out.checkError();
            line = wanted ? in.readLine() : null;
        }
        return done;
    }

    Interpreter interpreter(Audience audience) {
        return new Interpreter(new Conversation(cluster, new CommandList(more), loading, audience), System::nanoTime);
    }
}
