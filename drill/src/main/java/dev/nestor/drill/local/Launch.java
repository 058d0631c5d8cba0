package dev.nestor.drill.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server's process is started, beside where it listens and where it keeps its data.
 *
 * @param jvmFlags more flags for its JVM
 * @param arguments more arguments of {@code nestor server}
 */
public record Launch(List<String> jvmFlags, List<String> arguments) {
    /** For several that share one machine with other things, and live for minutes only. */
    public static final Launch SMALL =
            new Launch(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"), List.of());

    /** Flags that whoever started this process wants its servers to have, a line each. */
    private static final String WANTED = "nestor.server.flags";

    /** What the launcher {@code nestor} starts a server with. */
    private static final List<String> ALWAYS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "-XX:G1PeriodicGCInterval=30000");

    public Launch {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
    }

    /** The command: the Java that this process runs on, with its classes. */
    List<String> command(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ALWAYS);
        command.addAll(jvmFlags);
        System.getProperty(WANTED, "").lines().forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalServerCommand.class.getName()));
        command.addAll(more);
        command.addAll(arguments);
        return command;
    }
}
