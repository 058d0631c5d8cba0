package dev.nestor.cli;

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

/** Tells of whatever goes wrong in a command in one line on standard error, and chooses the exit code. */
final class Failures {
    private Failures() {}

    /** An argument that cannot be used. */
    static int unusableArgument(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, e.getMessage() + suggestion(e) + " (see " + name + " --help)");
        return ExitCode.USAGE;
    }

    /** Anything that was thrown while a command ran. */
    static int failed(Throwable e, CommandLine command) {
        print(command, describe(e));
        return ExitCode.SOFTWARE;
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return "";
    }

    /** What the JDK leaves to the name of an exception is put into words. */
    private static String describe(Throwable e) {
        return switch (e) {
            case NoSuchFileException missing -> "No such file: " + missing.getFile();
            case NotDirectoryException missing -> "No such directory: " + missing.getFile();
            case AccessDeniedException denied -> "Permission denied: " + denied.getFile();
            case IOException io -> Objects.requireNonNullElse(io.getMessage(), io.toString());
            case OutOfMemoryError full -> "Not enough memory: " + full.getMessage();
            case CompletionException wrapper when wrapper.getCause() != null -> describe(wrapper.getCause());
            case Throwable bug -> "Internal error, please report it: " + bug;
        };
    }

    /** Without colours, as nothing tells here whether standard error is a terminal. */
    private static void print(CommandLine command, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message.replace('\n', ' '));
    }
}
