package dev.nestor.protocol.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Glob;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers to COMMAND and its subcommands, and to the HELP of any container, in the shapes of Redis 7. Pure
 * functions of the table.
 */
public final class Introspection {
    private final CommandTable table;

    public Introspection(CommandTable table) {
        this.table = table;
    }

    /** COMMAND: everything about every command. */
    public Reply all() {
        return new Reply.Array(table.commands().stream().map(InfoReply::of).toList());
    }

    /** COMMAND COUNT */
    public Reply count() {
        return new Reply.Int(table.commands().size());
    }

    /** COMMAND INFO [command-name ...]: nil for a name that is none. */
    public Reply info(Request request) {
        if (request.size() == 2) {
            return all();
        }
        return new Reply.Array(names(request)
                .map(table::named)
                .map(command -> command == null ? Reply.NIL : InfoReply.of(command))
                .toList());
    }

    /** COMMAND DOCS [command-name ...]: what is no name is left out. */
    public Reply docs(Request request) {
        Stream<CommandSpec> commands = request.size() == 2
                ? table.commands().stream()
                : names(request).map(table::named).filter(Objects::nonNull).map(Objects::requireNonNull);
        return new Reply.Map(
                commands.flatMap(command -> Stream.of(Reply.bulk(command.fullName()), DocsReply.of(command)))
                        .toList());
    }

    private static Stream<String> names(Request request) {
        return IntStream.range(2, request.size()).mapToObj(request::text);
    }

    /** COMMAND LIST [FILTERBY MODULE name | ACLCAT category | PATTERN pattern] */
    public Reply list(Request request) {
        if (request.size() == 2) {
            return names(command -> true);
        }
        if (request.size() != 5 || !request.is(2, "FILTERBY")) {
            return Failure.SYNTAX;
        }
        String wanted = request.text(4);
        return switch (request.text(3).toUpperCase(Locale.ROOT)) {
            case "MODULE" -> Reply.EMPTY_ARRAY;
            case "ACLCAT" -> names(inCategory(wanted.toLowerCase(Locale.ROOT)));
            case "PATTERN" -> names(command -> Glob.ignoringCase(wanted).matches(command.fullName()));
            default -> Failure.SYNTAX;
        };
    }

    private static Predicate<CommandSpec> inCategory(String word) {
        return command -> command.categories().stream()
                .anyMatch(category -> category.word().equals(word));
    }

    private Reply names(Predicate<CommandSpec> wanted) {
        return new Reply.Array(table.all().stream()
                .filter(wanted)
                .map(command -> Reply.bulk(command.fullName()))
                .toList());
    }

    /** COMMAND GETKEYS command [argument ...] */
    public Reply keys(Request request) {
        return keys(request, (key, command) -> key);
    }

    /** COMMAND GETKEYSANDFLAGS command [argument ...]: each key with what would happen to it. */
    public Reply keysAndFlags(Request request) {
        return keys(request, (key, command) -> Reply.array(key, InfoReply.keyFlags(command)));
    }

    private interface KeyShape {
        Reply of(Reply key, CommandSpec command);
    }

    private Reply keys(Request request, KeyShape shape) {
        Request inner = request.from(2);
        CommandSpec command = table.find(inner);
        if (command == null) {
            return Failure.err("Invalid command specified");
        }
        KeyRange range = command.keys();
        if (range.isEmpty()) {
            return Failure.err("The command has no key arguments");
        }
        if (!command.accepts(inner.size())) {
            return Failure.err("Invalid number of arguments specified for command");
        }
        List<Reply> keys = new ArrayList<>();
        for (int i = range.first(); i <= range.last(inner.size()); i += range.step()) {
            keys.add(shape.of(Reply.bulk(inner.argument(i)), command));
        }
        return new Reply.Array(keys);
    }

    /** CLIENT HELP and its like: a line of syntax and a line of summary for each subcommand. */
    public Reply help(CommandSpec container) {
        String name = container.syntax().name().getFirst();
        Stream<String> head = Stream.of(name + " <subcommand> [<arg> [value] [opt] ...]. Subcommands are:");
        Stream<String> lines = container.subcommands().stream()
                .flatMap(command ->
                        Stream.of(command.syntax().line().substring(name.length() + 1), "    " + command.summary()));
        return new Reply.Array(
                Stream.concat(head, lines).<Reply>map(Reply.Simple::new).toList());
    }
}
