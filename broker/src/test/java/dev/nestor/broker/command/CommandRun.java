package dev.nestor.broker.command;

import dev.nestor.commandline.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What came of a command line. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Failures.execute(
                new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)),
                arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** A server file with these lines. */
    static String serverFile(Path folder, List<?> lines) throws IOException {
        return Files.writeString(
                        Files.createTempFile(folder, "servers", ".txt"),
                        lines.stream().map(Object::toString).collect(Collectors.joining("\n")))
                .toString();
    }
}
