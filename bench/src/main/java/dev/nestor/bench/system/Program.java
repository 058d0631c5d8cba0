package dev.nestor.bench.system;

import dev.nestor.commandline.AtExit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server process of another system, with a log of its own. Closing ends it. */
final class Program implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Process process;
    private final Path log;
    private final AtExit interrupted;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.interrupted = new AtExit("end " + process.pid(), process::destroyForcibly);
    }

    /** Starts a command; what it prints goes to {@code name.log} in the folder, which becomes its working directory. */
    static Program start(Path folder, String name, List<String> command) throws IOException {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Program(process, log);
    }

    long pid() {
        return process.pid();
    }

    /** Returns when something listens on the port. */
    void awaitPort(int port) throws IOException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IOException("nothing listens on port " + port + ": " + Files.readString(log));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
        interrupted.forget();
    }
}
