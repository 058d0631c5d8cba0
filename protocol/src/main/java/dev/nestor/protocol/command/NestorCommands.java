package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Flag.ADMIN;
import static dev.nestor.protocol.command.Flag.FAST;
import static dev.nestor.protocol.command.Flag.LOADING;
import static dev.nestor.protocol.command.Flag.NOSCRIPT;
import static dev.nestor.protocol.command.Flag.READONLY;
import static dev.nestor.protocol.command.Flag.STALE;
import static dev.nestor.protocol.command.KeyAccess.RO;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_OUTPUT;
import static dev.nestor.protocol.command.Tip.SPECIAL;
import static dev.nestor.protocol.command.Tip.SUM;
import static dev.nestor.protocol.command.Tip.TO_ALL_SHARDS;

import java.util.List;

/** What Redis has no command for. Names of Nestor's own always start with {@code NESTOR.} */
final class NestorCommands {
    static final List<CommandSpec> ROWS = List.of(
            row(
                    "NESTOR.RANGE from to [LIMIT count] [REV] [KEYS | VALUES] [SLOT slot]",
                    "O(log(N)+M) with M the number of keys answered",
                    "Keys and values from one key to before another; 1000 by default.",
                    READONLY,
                    TO_ALL_SHARDS,
                    SPECIAL),
            row(
                    "NESTOR.COUNT [PREFIX prefix] [SLOT slot]",
                    "O(log(N))",
                    "The number of keys, or of those that start with a prefix.",
                    READONLY,
                    FAST,
                    TO_ALL_SHARDS,
                    SUM),
            row("NESTOR.LOCATE key", "O(1)", "The servers that hold a key, whether or not it is there.", FAST, STALE),
            row("NESTOR.VERSION key", "O(log(N))", "The version of a key's document.", READONLY, FAST, RO),
            admin("NESTOR.CREATE replicas partitions host:port [host:port ...]", "Forms a cluster of fresh servers."),
            admin("NESTOR.JOIN host:port", "Adds a server to the cluster."),
            admin("NESTOR.REMOVE host:port", "Drains a server and removes it from the cluster."),
            row("NESTOR.PEER message", "O(1)", "What servers say to each other.", ADMIN, NOSCRIPT, LOADING, STALE),
            row(
                    "NESTOR.STATUS",
                    "O(N) in the number of partitions",
                    "How every server and partition is.",
                    LOADING,
                    STALE,
                    NONDETERMINISTIC_OUTPUT));

    private NestorCommands() {}

    private static CommandSpec admin(String syntax, String summary) {
        return row(syntax, "O(N) in the number of servers", summary, ADMIN, NOSCRIPT, STALE);
    }

    private static CommandSpec row(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.NESTOR, syntax, complexity, summary, Trait.join(traits, Category.NESTOR));
    }
}
