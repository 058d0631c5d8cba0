package dev.nestor.protocol.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.command.NameIndex.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All commands, found by name. Immutable. */
public final class CommandTable {
    /** What Nestor's servers know. */
    public static final CommandTable NESTOR = new CommandTable(Stream.of(
                    ConnectionCommands.ROWS,
                    ServerCommands.ROWS,
                    StringCommands.ROWS,
                    KeyCommands.ROWS,
                    JsonCommands.ROWS,
                    ClusterCommands.ROWS,
                    NestorCommands.ROWS)
            .flatMap(List::stream)
            .toList());

    /** How much of an unknown command is quoted back. */
    private static final int QUOTED = 128;

    private final List<CommandSpec> commands;
    private final NameIndex index;

    /** A table of these rows, in which those of two words are subcommands of the row of the first. */
    CommandTable(List<CommandSpec> rows) {
        commands = rows.stream()
                .filter(row -> row.syntax().name().size() == 1)
                .map(row -> row.with(children(row, rows)))
                .sorted(Comparator.comparing(CommandSpec::fullName))
                .toList();
        index = new NameIndex(commands, 0);
    }

    private static List<CommandSpec> children(CommandSpec row, List<CommandSpec> rows) {
        String name = row.syntax().name().getFirst();
        return rows.stream()
                .filter(other -> other.syntax().name().size() == 2)
                .filter(other -> other.syntax().name().getFirst().equals(name))
                .toList();
    }

    /** The commands in alphabetical order; subcommands stand in their containers. */
    public List<CommandSpec> commands() {
        return commands;
    }

    /** The commands and, behind each container, its subcommands. */
    public List<CommandSpec> all() {
        List<CommandSpec> all = new ArrayList<>();
        for (CommandSpec command : commands) {
            all.add(command);
            all.addAll(command.subcommands());
        }
        return all;
    }

    /**
     * What the request asks for, whether or not it has the right number of arguments; allocates nothing.
     *
     * @return null when there is no such command or subcommand: see {@link #unknown}
     */
    public @Nullable CommandSpec find(Request request) {
        Entry entry = index.find(request.name());
        if (entry == null) {
            return null;
        }
        NameIndex subcommands = entry.subcommands();
        if (subcommands == null || request.size() == 1) {
            return entry.command();
        }
        Entry subcommand = subcommands.find(request.argument(1));
        return subcommand == null ? null : subcommand.command();
    }

    /** The command of this name in Redis's form, {@code get} or {@code client|list}, in any case; null for none. */
    public @Nullable CommandSpec named(String fullName) {
        String[] words = fullName.split("\\|", -1);
        CommandSpec found = find(Request.of(words[0], Arrays.copyOfRange(words, 1, words.length)));
        return found != null && found.syntax().name().size() == words.length ? found : null;
    }

    /** What to answer to a request for which nothing is {@link #find found}, in Redis's words. */
    public Failure unknown(Request request) {
        Entry container = index.find(request.name());
        if (container != null) {
            String name = container.command().syntax().name().getFirst();
            return Failure.err(
                    "unknown subcommand '" + shortened(request.text(1), QUOTED) + "'. Try " + name + " HELP.");
        }
        StringBuilder arguments = new StringBuilder();
        for (int i = 1; i < request.size() && arguments.length() < QUOTED; i++) {
            String argument = shortened(request.text(i), QUOTED - arguments.length());
            arguments.append('\'').append(argument).append("' ");
        }
        return Failure.err(
                "unknown command '" + shortened(request.text(0), QUOTED) + "', with args beginning with: " + arguments);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
