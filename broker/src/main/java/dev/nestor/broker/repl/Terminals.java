package dev.nestor.broker.repl;

import java.io.Console;

/** Whether there is a person to talk with. */
public final class Terminals {
    private Terminals() {}

    /** Whether standard input and output are a terminal. */
    public static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
