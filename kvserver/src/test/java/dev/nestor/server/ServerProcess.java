package dev.nestor.server;

import static org.awaitility.Awaitility.await;

import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A server in a process of its own, to be killed. What it prints goes to {@code output} in its folder. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Path folder;
    private final Transport transport;
    private Process process;

    /** What runs in the process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ServerCommand()).execute(args));
    }

    private ServerProcess(int port, Path folder, Transport transport) throws IOException {
        this.port = port;
        this.folder = folder;
        this.transport = transport;
        this.process = launch();
    }

    /** Starts it, and does not wait until it serves. */
    public static ServerProcess start(int port, Path folder) throws IOException {
        return start(port, folder, TestTransports.USUAL);
    }

    static ServerProcess start(int port, Path folder, Transport transport) throws IOException {
        return new ServerProcess(port, Files.createDirectories(folder), transport);
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public Path folder() {
        return folder;
    }

    /** All that it has printed, in all its lives. */
    String output() throws IOException {
        return Files.readString(outputFile());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** As SIGSTOP does: it is there and answers nothing, until {@link #resume}. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    public void startAgain() throws IOException {
        process = launch();
    }

    /** As SIGTERM does. Returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Waits for its end. Returns the exit code. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the process " + process.pid() + " does not end");
        }
        return process.exitValue();
    }

    /** Sends a signal, such as STOP or CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("SIG" + name + " can't be sent to " + process.pid());
        }
    }

    public Jedis connect() {
        return new Jedis("127.0.0.1", port, 20_000);
    }

    /** Waits until it answers clients. */
    public void awaitServing() {
        await().atMost(PATIENCE).ignoreException(JedisConnectionException.class).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue() + ": " + output());
            }
            try (Jedis client = connect()) {
                return client.ping().equals("PONG");
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private Path outputFile() {
        return folder.resolve("output");
    }

    private Process launch() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                "-p",
                Integer.toString(port),
                "-d",
                folder.toString(),
                "--transport",
                transport.name());
        Process launched = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile().toFile()))
                .start();
        // A test that fails before it holds all that it starts must not leave this one behind.
        Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
        return launched;
    }
}
