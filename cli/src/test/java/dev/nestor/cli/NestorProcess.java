package dev.nestor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code nestor} in a process of its own, where standard output, signals and the heap's bound are real. */
final class NestorProcess implements AutoCloseable {
    private final Process process;
    private final Path err;

    private NestorProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** Starts it with at most {@code heapMegabytes}; what it writes to standard error goes to the file {@code err}. */
    static NestorProcess start(int heapMegabytes, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + heapMegabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Nestor.class.getName()));
        command.addAll(List.of(arguments));
        return new NestorProcess(
                new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
    }

    Process process() {
        return process;
    }

    String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Still runs after a minute");
        }
        return process.exitValue();
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
