package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Flag.FAST;
import static dev.nestor.protocol.command.Flag.LOADING;
import static dev.nestor.protocol.command.Flag.STALE;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_OUTPUT;

import java.util.List;

/** Redis Cluster's view: which server holds which slots, and how a client wants to be answered. */
final class ClusterCommands {
    static final List<CommandSpec> ROWS = List.of(
            routing("ASKING", "Lets the next request through to a slot that is moving here."),
            routing("READONLY", "Lets the connection read from any replica, which may lag behind.", LOADING, STALE),
            routing("READWRITE", "Lets the connection read from leaders only.", LOADING, STALE),
            row(
                    "CLUSTER subcommand [argument ...]",
                    "Depends on the subcommand.",
                    "A container for commands about the cluster."),
            state("CLUSTER COUNTKEYSINSLOT slot", "O(1)", "The number of keys in a slot."),
            state(
                    "CLUSTER GETKEYSINSLOT slot count",
                    "O(N) in the number of keys",
                    "Some keys of a slot.",
                    NONDETERMINISTIC_OUTPUT),
            state("CLUSTER INFO", "O(1)", "How the cluster is.", NONDETERMINISTIC_OUTPUT),
            state("CLUSTER KEYSLOT key", "O(N) in the length of the key", "The slot of a key."),
            state("CLUSTER MYID", "O(1)", "The name of this server."),
            state(
                    "CLUSTER NODES",
                    "O(N) in the number of servers",
                    "One line about each server.",
                    NONDETERMINISTIC_OUTPUT),
            state(
                    "CLUSTER SHARDS",
                    "O(N) in the number of servers",
                    "The slots, and who holds them.",
                    NONDETERMINISTIC_OUTPUT),
            state(
                    "CLUSTER SLOTS",
                    "O(N) in the number of servers",
                    "The slots, and who holds them, in short.",
                    NONDETERMINISTIC_OUTPUT),
            row("CLUSTER HELP", "O(1)", "Lists the subcommands.", LOADING, STALE));

    private ClusterCommands() {}

    private static CommandSpec routing(String syntax, String summary, Trait... traits) {
        return row(syntax, "O(1)", summary, Trait.join(traits, FAST, Category.CONNECTION));
    }

    private static CommandSpec state(String syntax, String complexity, String summary, Trait... traits) {
        return row(syntax, complexity, summary, Trait.join(traits, STALE));
    }

    private static CommandSpec row(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.CLUSTER, syntax, complexity, summary, traits);
    }
}
