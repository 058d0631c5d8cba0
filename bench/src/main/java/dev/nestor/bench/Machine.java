package dev.nestor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts without which a figure means nothing: what it was measured on. */
public record Machine(String processor, int processors, long memoryBytes, String system, String java) {

    /** The machine that this runs on. */
    public static Machine current() {
        return new Machine(
                firstValue(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                installedBytes(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    String toMarkdown() {
        return String.format(
                Locale.ROOT,
                "%d x %s, %.0f GiB, %s, %s",
                processors,
                processor,
                memoryBytes / (double) (1 << 30),
                system,
                java);
    }

    private static long installedBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    /** The value of the first {@code name : value} line; empty where the file does not exist, as outside Linux. */
    private static Optional<String> firstValue(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
