package dev.nestor.drill.local;

import dev.nestor.commandline.Failures;
import dev.nestor.server.ServerCommand;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine;

/**
 * What runs in a server's process: {@code nestor server}, until whoever started it is gone. That one holds the other end
 * of standard input, which therefore ends with him, even if he was killed and could do nothing about it.
 */
final class LocalServerCommand {
    private static final int ORPHANED = 1;

    private LocalServerCommand() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("parent").start(LocalServerCommand::endWithParent);
        System.exit(Failures.execute(new CommandLine(new ServerCommand()), args));
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("nestor server: standard input can't be read: " + e.getMessage());
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
