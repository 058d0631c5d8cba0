package dev.nestor.drill.local;

import dev.nestor.commandline.Failures;
import dev.nestor.server.ServerCommand;
import picocli.CommandLine;

/** What runs in a server's process: {@code nestor server} and nothing else. */
final class LocalServerCommand {
    private LocalServerCommand() {}

    public static void main(String[] args) {
        System.exit(Failures.execute(new CommandLine(new ServerCommand()), args));
    }
}
