package dev.nestor.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A server in a process of its own, to be killed. */
public final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Path folder;
    private Process process;

    /** What runs in the process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ServerCommand()).execute(args));
    }

    private ServerProcess(int port, Path folder, Process process) {
        this.port = port;
        this.folder = folder;
        this.process = process;
    }

    public static ServerProcess start(int port, Path folder) throws IOException {
        ServerProcess server = new ServerProcess(port, folder, launch(port, folder));
        server.awaitServing();
        return server;
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process " + process.pid() + " can't be killed");
        }
    }

    /** As SIGSTOP does: it is there and answers nothing, until {@link #resume}. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + code);
        }
    }

    public void startAgain() throws IOException {
        process = launch(port, folder);
        awaitServing();
    }

    /** As SIGTERM does. Returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    public Jedis connect() {
        return new Jedis("127.0.0.1", port, 10_000);
    }

    private void awaitServing() {
        await().atMost(PATIENCE).ignoreException(JedisConnectionException.class).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server on port " + port + " ended with " + process.exitValue());
            }
            try (Jedis client = connect()) {
                return client.ping().equals("PONG");
            }
        });
    }

    private static Process launch(int port, Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                "-p",
                Integer.toString(port),
                "-d",
                folder.toString());
        return new ProcessBuilder(command).inheritIO().start();
    }
}
