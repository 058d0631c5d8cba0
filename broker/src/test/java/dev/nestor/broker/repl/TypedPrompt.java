package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.nestor.broker.Cluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** A prompt at a terminal that a test types at and looks at. */
final class TypedPrompt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Terminal terminal;
    private final Prompt prompt;
    private final Thread thread;
    private int seen;

    TypedPrompt(Cluster cluster, Path history) throws IOException {
        terminal = new ExternalTerminal("test", "xterm", new PipedInputStream(keys), screen, UTF_8);
        terminal.setSize(Size.of(100, 40));
        prompt = new Prompt(Spoken.repl(cluster, OutputFormat.TEXT), terminal, "Hello.", history);
        thread = Thread.ofPlatform().start(prompt::talk);
        awaitText("nestor> ");
    }

    /** Types keys, control characters among them. */
    TypedPrompt type(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
        return this;
    }

    /** Waits until this text is on the screen, behind what was waited for before. */
    TypedPrompt awaitText(String text) {
        await("'" + text + "' after: " + text()).atMost(PATIENCE).until(() -> text().indexOf(text, seen) >= 0);
        seen = text().indexOf(text, seen) + text.length();
        return this;
    }

    /** What was shown so far, without what moves the cursor or colours. */
    String text() {
        return screen.toString(UTF_8).replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]|\u001B[=>]", "");
    }

    /** Whether the prompt has ended. */
    boolean ends() throws InterruptedException {
        return thread.join(PATIENCE);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        prompt.close();
    }
}
