package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Category.CONNECTION;
import static dev.nestor.protocol.command.Category.DANGEROUS;
import static dev.nestor.protocol.command.Category.KEYSPACE;
import static dev.nestor.protocol.command.Flag.ADMIN;
import static dev.nestor.protocol.command.Flag.ALLOW_BUSY;
import static dev.nestor.protocol.command.Flag.FAST;
import static dev.nestor.protocol.command.Flag.LOADING;
import static dev.nestor.protocol.command.Flag.NOSCRIPT;
import static dev.nestor.protocol.command.Flag.NO_MULTI;
import static dev.nestor.protocol.command.Flag.READONLY;
import static dev.nestor.protocol.command.Flag.STALE;
import static dev.nestor.protocol.command.Flag.WRITE;
import static dev.nestor.protocol.command.Tip.ALL_SUCCEEDED;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_ORDER;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_OUTPUT;
import static dev.nestor.protocol.command.Tip.SPECIAL;
import static dev.nestor.protocol.command.Tip.SUM;
import static dev.nestor.protocol.command.Tip.TO_ALL_SHARDS;

import java.util.List;

/** About the server itself, and about what commands there are. */
final class ServerCommands {
    private static final String IN_COMMANDS = "O(N) in the number of commands";

    static final List<CommandSpec> ROWS = List.of(
            row(
                    "INFO [section ...]",
                    "O(1)",
                    "Figures about the server, by section.",
                    LOADING,
                    STALE,
                    DANGEROUS,
                    NONDETERMINISTIC_OUTPUT,
                    TO_ALL_SHARDS,
                    SPECIAL),
            row("DBSIZE", "O(1)", "The number of keys.", READONLY, FAST, KEYSPACE, TO_ALL_SHARDS, SUM),
            row(
                    "TIME",
                    "O(1)",
                    "The server's clock: seconds and microseconds.",
                    LOADING,
                    STALE,
                    FAST,
                    NONDETERMINISTIC_OUTPUT),
            row(
                    "FLUSHALL [ASYNC | SYNC]",
                    "O(N) in the number of keys",
                    "Removes all keys.",
                    WRITE,
                    KEYSPACE,
                    DANGEROUS,
                    TO_ALL_SHARDS,
                    ALL_SUCCEEDED),
            row(
                    "SHUTDOWN [NOSAVE | SAVE] [NOW] [FORCE] [ABORT]",
                    "O(1)",
                    "Hands leadership over and stops the server.",
                    ADMIN,
                    NOSCRIPT,
                    LOADING,
                    STALE,
                    NO_MULTI,
                    ALLOW_BUSY),
            row(
                    "CONFIG subcommand [argument ...]",
                    "Depends on the subcommand.",
                    "A container for commands about settings."),
            row(
                    "CONFIG GET pattern [pattern ...]",
                    "O(N) in the number of settings",
                    "The settings whose names match.",
                    ADMIN,
                    NOSCRIPT,
                    LOADING,
                    STALE),
            row("CONFIG HELP", "O(1)", "Lists the subcommands.", LOADING, STALE),
            command(
                    "COMMAND [subcommand [argument ...]]",
                    IN_COMMANDS,
                    "What Redis's clients need to know about each command.",
                    NONDETERMINISTIC_ORDER),
            command("COMMAND COUNT", "O(1)", "The number of commands."),
            command(
                    "COMMAND DOCS [command-name ...]",
                    "O(N) in the number of commands asked for",
                    "What people need to know about each command.",
                    NONDETERMINISTIC_ORDER),
            command(
                    "COMMAND GETKEYS command [argument ...]",
                    "O(N) in the number of arguments",
                    "The keys of a request."),
            command(
                    "COMMAND GETKEYSANDFLAGS command [argument ...]",
                    "O(N) in the number of arguments",
                    "The keys of a request and what would happen to them."),
            command(
                    "COMMAND INFO [command-name ...]",
                    "O(N) in the number of commands asked for",
                    "The same as COMMAND, of some commands.",
                    NONDETERMINISTIC_ORDER),
            command(
                    "COMMAND LIST [FILTERBY <MODULE module-name | ACLCAT category | PATTERN pattern>]",
                    IN_COMMANDS,
                    "The names of all commands, or of those that pass the filter.",
                    NONDETERMINISTIC_ORDER),
            command("COMMAND HELP", "O(1)", "Lists the subcommands."));

    private ServerCommands() {}

    private static CommandSpec command(String syntax, String complexity, String summary, Trait... traits) {
        return row(syntax, complexity, summary, Trait.join(traits, LOADING, STALE, CONNECTION));
    }

    private static CommandSpec row(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.SERVER, syntax, complexity, summary, traits);
    }
}
