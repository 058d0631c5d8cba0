package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Paint.Colour;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;

/** A person at a terminal. */
final class Prompt implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("org.jline");
    private static final String PROMPT = "nestor> ";
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);
    private static final int WIDEST = 100;
    private static final int USUAL_WIDTH = 80;

    private final Terminal terminal;
    private final LineReader reader;
    private final Interpreter interpreter;
    private final Watch watch;
    private final Paint paint;

    Prompt(Repl repl, Terminal terminal, String greeting, Path history) {
        // What the library has to say about the terminal or the history is for nobody who wants to type.
        LIBRARY.setLevel(Level.OFF);
        this.terminal = terminal;
        this.paint = Paint.forTerminal(terminal.getType());
        PrintWriter out = terminal.writer();
        this.interpreter = repl.interpreter(Audience.ofTerminal(repl.format(), out, out, paint, this::width));
        greet(greeting, out);
        CommandList commands = interpreter.conversation().commands();
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("nestor")
                .parser(new TypedParser())
                .completer(new Completion(commands, new Suggestions(repl.cluster())))
                .highlighter(new Highlighting(commands, paint))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   ...> ")
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.AUTO_FRESH_LINE, true)
                .option(Option.INSERT_TAB, false)
                .build();
        this.watch = new Watch(
                () -> Inspection.of(repl.cluster()).trouble(),
                interpreter.conversation().notices(),
                this::notice);
    }

    static Prompt open(Repl repl, String greeting) throws IOException {
        // Asking the terminal how it draws clusters of characters takes half a second where nobody answers.
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .graphemeCluster(false)
                .build();
        return new Prompt(repl, terminal, greeting, historyFile());
    }

    private void greet(String greeting, PrintWriter out) {
        out.println(greeting);
        out.flush();
        interpreter.conversation().explain();
    }

    private int width() {
        int columns = terminal.getColumns();
        return Math.min(WIDEST, columns > 0 ? columns : USUAL_WIDTH);
    }

    private static Path historyFile() {
        String state = System.getenv("XDG_STATE_HOME");
        return state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".nestor_history")
                : Path.of(state, "nestor", "history");
    }

    /** Reads and carries out commands until the person leaves. */
    void talk() {
        watch.start();
        while (!interpreter.conversation().hasEnded()) {
            try {
                carryOut(reader.readLine(PROMPT));
            } catch (UserInterruptException cleared) {
                // Ctrl-C: what was typed is gone, and the next line begins.
            } catch (EndOfFileException | IOError | IllegalStateException left) {
                // Ctrl-D, or the terminal is gone: somebody has closed it, or the process ends.
                return;
            }
        }
    }

    /** On a thread of its own, so that Ctrl-C can stop it. */
    private void carryOut(String text) {
        Thread worker = Thread.ofPlatform().name("command").start(() -> interpreter.runAll(text, ""));
        SignalHandler before = terminal.handle(Signal.INT, signal -> worker.interrupt());
        try {
            if (!worker.join(WORTH_A_WORD)) {
                sayWhatIsAwaited(worker);
                worker.join();
            }
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    private void sayWhatIsAwaited(Thread worker) {
        String silent = Outlook.of(interpreter.conversation().cluster()).silentAddresses();
        if (worker.isAlive()) {
            interpreter
                    .conversation()
                    .remark(
                            silent.isEmpty()
                                    ? "Waiting; Ctrl-C gives up."
                                    : "Waiting for " + silent + "; Ctrl-C gives up.");
        }
    }

    /** Says something while the person may be typing. */
    private void notice(String text) {
        reader.printAbove(paint.in(Colour.WARNING, Wrapping.at(width(), text)));
    }

    @Override
    public void close() throws IOException {
        watch.close();
        terminal.close();
    }
}
