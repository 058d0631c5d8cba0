package dev.nestor.drill.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.nestor.broker.ServerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server in a process of its own. Its methods wait until what they do is done. Safe for use by several threads.
 *
 * <p>A shell makes the process deaf to SIGINT before it becomes the server: the Ctrl-C of a person at the prompt goes to
 * every process of the terminal, and would end the servers as well. They end when their standard input does.
 */
public final class LocalServer {
    private static final int PATIENCE_SECONDS = 60;
    private static final int POLL_MILLIS = 10;
    private static final int ANSWER_MILLIS = 1000;

    /** What the process does. */
    public enum State {
        RUNNING,
        PAUSED,
        /** There is no process. */
        ENDED
    }

    private final int number;
    private final ServerAddress address;
    private final Path folder;
    private final Path log;
    private final Launch launch;
    private @Nullable Process process;
    private @Nullable Process guard;
    private boolean paused;
    private boolean closed;

    LocalServer(int number, ServerAddress address, Path parent, Launch launch) {
        this.number = number;
        this.address = address;
        this.folder = parent.resolve("server" + number);
        this.log = parent.resolve("server" + number + ".log");
        this.launch = launch;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public ServerAddress address() {
        return address;
    }

    /** What the server writes. */
    public Path log() {
        return log;
    }

    /**
     * Of its process.
     *
     * @throws IllegalStateException if it was never started
     */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException("Server " + number + " was never started");
        }
        return process.pid();
    }

    public synchronized State state() {
        if (process == null || !process.isAlive()) {
            return State.ENDED;
        }
        return paused ? State.PAUSED : State.RUNNING;
    }

    /** Starts the process, if there is none. Returns before it serves, see {@link #awaitServing}. */
    synchronized void launch() throws IOException {
        if (closed) {
            throw new IOException("Server " + number + " is not to be started any more");
        }
        if (process == null || !process.isAlive()) {
            dismissGuard();
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            paused = false;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "server"));
        command.addAll(launch.command(
                List.of("-a", address.host(), "-p", Integer.toString(address.port()), "-d", folder.toString())));
        return command;
    }

    /** Starts it again after it was killed, and waits until it answers. */
    public void start() throws IOException {
        launch();
        awaitServing();
    }

    /** Waits until the server answers. */
    void awaitServing() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (hasEndedWithin(POLL_MILLIS)) {
                throw new IOException("Server " + number + " did not start: " + lastLine());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("Server " + number + " does not answer, see " + log);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean hasEndedWithin(int millis) throws IOException {
        Process started;
        synchronized (this) {
            started = process;
        }
        try {
            return started == null || started.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while server " + number + " starts", e);
        }
    }

    private String lastLine() throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    /** As {@code kill -9}: the process has no chance to do anything more. */
    public synchronized void kill() throws IOException {
        if (process != null) {
            process.destroyForcibly();
            dismissGuard();
            awaitEnd(process);
        }
    }

    /** As SIGTERM, after which the server hands over what it leads. */
    public synchronized void stop() throws IOException {
        if (process != null) {
            resume();
            process.destroy();
            awaitEnd(process);
        }
    }

    /** Stops the process where it is, as a machine that hangs. */
    public synchronized void pause() throws IOException {
        signal("STOP");
        paused = true;
        if (guard == null) {
            guard = guard(pid());
        }
    }

    /** Lets a paused process go on, unless it has died meanwhile. */
    public synchronized void resume() throws IOException {
        if (state() == State.PAUSED) {
            signal("CONT");
            paused = false;
        }
        dismissGuard();
    }

    /** A process that hangs does not notice when this one is gone: a shell that waits for that kills it then. */
    private static Process guard(long pid) throws IOException {
        return new ProcessBuilder("/bin/sh", "-c", "trap '' INT HUP; read end; kill -KILL " + pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void dismissGuard() throws IOException {
        if (guard != null) {
            Process dismissed = guard.destroyForcibly();
            guard = null;
            awaitEnd(dismissed);
        }
    }

    /** Kills it, and starts it no more. */
    synchronized void close() throws IOException {
        closed = true;
        kill();
    }

    private void signal(String name) throws IOException {
        if (process == null || !process.isAlive()) {
            throw new IOException("Server " + number + " does not run");
        }
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        awaitEnd(kill);
        if (kill.exitValue() != 0) {
            throw new IOException("Server " + number + " can't be sent SIG" + name);
        }
    }

    private void awaitEnd(Process ending) throws IOException {
        try {
            if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("The process " + ending.pid() + " of server " + number + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while server " + number + " ends", e);
        }
    }
}
