package dev.nestor.commandline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells of whatever goes wrong in a command in one line on standard error, and chooses the exit code. A bug's line is
 * followed by its stack trace, without which nobody could find it.
 */
public final class Failures {
    private Failures() {}

    /** Makes a command tell of its failures this way. Returns the same command. */
    public static CommandLine toldBy(CommandLine command) {
        return command.setParameterExceptionHandler(Failures::unusableArgument)
                .setExecutionExceptionHandler((e, failing, parsed) -> failed(e, failing));
    }

    /** Runs a command and returns its exit code; nothing is thrown, not even an {@link Error}. */
    public static int execute(CommandLine command, String... args) {
        try {
            return toldBy(command).execute(args);
        } catch (Error e) {
            return failed(e, command);
        }
    }

    /** An argument that cannot be used. */
    private static int unusableArgument(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, e.getMessage() + suggestion(e) + " (see " + name + " --help)");
        return ExitCode.USAGE;
    }

    /** Anything that was thrown while a command ran. */
    private static int failed(Throwable e, CommandLine command) {
        switch (e) {
            case CompletionException wrapper when wrapper.getCause() != null -> failed(wrapper.getCause(), command);
            case IOException io -> print(command, describe(io));
            case OutOfMemoryError full -> print(command, "Not enough memory: " + full.getMessage());
            case Throwable bug -> {
                print(command, "Internal error, please report it: " + bug);
                bug.printStackTrace(command.getErr());
            }
        }
        return ExitCode.SOFTWARE;
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + unmatched.getSuggestions().getFirst() + "?";
        }
        return "";
    }

    /** What the JDK leaves to the name of an exception is put into words. */
    private static String describe(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "No such file: " + missing.getFile();
            case NotDirectoryException missing -> "No such directory: " + missing.getFile();
            case AccessDeniedException denied -> "Permission denied: " + denied.getFile();
            case IOException other -> Objects.requireNonNullElse(other.getMessage(), other.toString());
        };
    }

    /** Without colours, as nothing tells here whether standard error is a terminal. */
    private static void print(CommandLine command, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message.replace('\n', ' '));
    }
}
