package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Flag.ADMIN;
import static dev.nestor.protocol.command.Flag.ALLOW_BUSY;
import static dev.nestor.protocol.command.Flag.FAST;
import static dev.nestor.protocol.command.Flag.LOADING;
import static dev.nestor.protocol.command.Flag.NOSCRIPT;
import static dev.nestor.protocol.command.Flag.NO_AUTH;
import static dev.nestor.protocol.command.Flag.STALE;
import static dev.nestor.protocol.command.Tip.ALL_SUCCEEDED;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_OUTPUT;
import static dev.nestor.protocol.command.Tip.TO_ALL_SHARDS;

import java.util.List;

/** What a client says about itself and its connection. */
final class ConnectionCommands {
    static final List<CommandSpec> ROWS = List.of(
            greeting(
                    "HELLO [protover [AUTH username password] [SETNAME connection-name]]",
                    "O(1)",
                    "Says who is there and chooses the protocol's version, 2 or 3."),
            greeting("AUTH [username] password", "O(1)", "Proves who the client is."),
            greeting("QUIT", "O(1)", "Answers what is open and closes the connection."),
            greeting("RESET", "O(1)", "Makes the connection as new."),
            row("PING [message]", "O(1)", "Answers PONG, or the message.", FAST, TO_ALL_SHARDS, ALL_SUCCEEDED),
            row("ECHO message", "O(1)", "Answers the message.", LOADING, STALE, FAST),
            row("SELECT index", "O(1)", "Chooses a database; there is only number 0.", LOADING, STALE, FAST),
            CommandSpec.of(
                    Group.CONNECTION,
                    "CLIENT subcommand [argument ...]",
                    "Depends on the subcommand.",
                    "A container for commands about connections."),
            client("CLIENT GETNAME", "O(1)", "The connection's name."),
            client("CLIENT ID", "O(1)", "The connection's number."),
            client("CLIENT INFO", "O(1)", "One line about this connection.", NONDETERMINISTIC_OUTPUT),
            client(
                    "CLIENT LIST [TYPE <NORMAL | MASTER | REPLICA | PUBSUB>] [ID client-id [client-id ...]]",
                    "O(N) in the number of connections",
                    "One line about each connection.",
                    ADMIN,
                    NONDETERMINISTIC_OUTPUT),
            client(
                    "CLIENT NO-EVICT <ON | OFF>",
                    "O(1)",
                    "Whether the connection is spared when memory is short.",
                    ADMIN),
            client("CLIENT NO-TOUCH <ON | OFF>", "O(1)", "Whether reading counts as use of a key."),
            client(
                    "CLIENT SETINFO <LIB-NAME library-name | LIB-VER library-version>",
                    "O(1)",
                    "Says which library the client uses."),
            client("CLIENT SETNAME connection-name", "O(1)", "Names the connection."),
            row("CLIENT HELP", "O(1)", "Lists the subcommands.", LOADING, STALE));

    private ConnectionCommands() {}

    /** What a stranger may say as well, at any time. */
    private static CommandSpec greeting(String syntax, String complexity, String summary) {
        return row(syntax, complexity, summary, NOSCRIPT, LOADING, STALE, FAST, NO_AUTH, ALLOW_BUSY);
    }

    private static CommandSpec client(String syntax, String complexity, String summary, Trait... traits) {
        return row(syntax, complexity, summary, Trait.join(traits, NOSCRIPT, LOADING, STALE));
    }

    private static CommandSpec row(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.CONNECTION, syntax, complexity, summary, Trait.join(traits, Category.CONNECTION));
    }
}
