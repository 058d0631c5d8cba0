package dev.nestor.broker.repl;

import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import dev.nestor.protocol.command.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the prompt's own commands by their manuals, and those of the servers by the command table. */
final class Help implements PromptCommand {
    private static final int LINE = 76;

    @Override
    public Manual manual() {
        return new Manual(
                "HELP [command]",
                "Lists the commands, or explains one.",
                Manual.Takes.COMMAND,
                "  HELP PUT",
                "  HELP JSON.ARRAPPEND",
                "  HELP CLUSTER SLOTS",
                "  HELP ALL");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        String name = rest.strip();
        conversation.say(new Result.Text(
                name.isEmpty()
                        ? list(conversation.commands().all())
                        : name.equalsIgnoreCase("ALL") ? serverCommands() : explained(name, conversation.commands())));
    }

    private static List<String> list(Collection<PromptCommand> commands) {
        int width = commands.stream()
                .mapToInt(command -> command.manual().syntax().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (PromptCommand command : commands) {
            String syntax = command.manual().syntax();
            lines.add("  " + syntax + " ".repeat(width - syntax.length()) + "  "
                    + command.manual().summary());
        }
        lines.add("");
        lines.add("Anything else goes to the servers, which know "
                + CommandTable.NESTOR.commands().size() + " commands: HELP ALL names them. HELP command explains one.");
        return lines;
    }

    /** The names by group, as many to a line as fit. */
    private static List<String> serverCommands() {
        List<String> lines = new ArrayList<>();
        for (Group group : Group.values()) {
            lines.add(group.word().substring(0, 1).toUpperCase(Locale.ROOT)
                    + group.word().substring(1));
            StringBuilder line = new StringBuilder(" ");
            for (CommandSpec command : CommandTable.NESTOR.commands()) {
                if (command.group() == group) {
                    String name = command.fullName().toUpperCase(Locale.ROOT);
                    if (line.length() + name.length() >= LINE) {
                        lines.add(line.toString());
                        line = new StringBuilder(" ");
                    }
                    line.append(' ').append(name);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> explained(String name, CommandList commands) {
        Optional<PromptCommand> own = commands.named(name);
        @Nullable CommandSpec spec = CommandTable.NESTOR.named(name.replaceAll("\\s+", "|"));
        if (own.isEmpty() && spec == null) {
            throw new BadCommandException("There is no command " + name + similar(name, commands));
        }
        List<String> lines = new ArrayList<>();
        own.ifPresent(command -> lines.addAll(manual(command.manual())));
        if (spec != null) {
            lines.addAll(own.isPresent() ? List.of("", "As a raw command:") : List.of());
            lines.addAll(manual(spec));
        }
        return lines;
    }

    private static List<String> manual(Manual manual) {
        return Stream.concat(Stream.of(manual.syntax(), manual.summary()), manual.details().stream())
                .toList();
    }

    private static List<String> manual(CommandSpec spec) {
        List<String> lines = new ArrayList<>(List.of(spec.syntax().line(), spec.summary()));
        lines.add("Takes " + spec.complexity() + ".");
        if (spec.isContainer()) {
            lines.add(spec.subcommands().stream()
                    .map(sub -> sub.syntax().name().getLast())
                    .collect(Collectors.joining(", ", "Subcommands: ", ".")));
        }
        return lines;
    }

    /** What starts with the same letters. */
    static String similar(String name, CommandList commands) {
        String start = name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
        String names = Stream.concat(
                        commands.all().stream().map(command -> command.manual().name()),
                        CommandTable.NESTOR.commands().stream()
                                .map(command -> command.fullName().toUpperCase(Locale.ROOT)))
                .filter(other -> other.startsWith(start))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "; HELP lists them" : "; did you mean " + names + "?";
    }
}
