package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Category.DANGEROUS;
import static dev.nestor.protocol.command.Flag.FAST;
import static dev.nestor.protocol.command.Flag.READONLY;
import static dev.nestor.protocol.command.Flag.WRITE;
import static dev.nestor.protocol.command.KeyAccess.ACCESS;
import static dev.nestor.protocol.command.KeyAccess.DELETE;
import static dev.nestor.protocol.command.KeyAccess.RM;
import static dev.nestor.protocol.command.KeyAccess.RO;
import static dev.nestor.protocol.command.KeyAccess.RW;
import static dev.nestor.protocol.command.KeyAccess.UPDATE;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_ORDER;
import static dev.nestor.protocol.command.Tip.NONDETERMINISTIC_OUTPUT;
import static dev.nestor.protocol.command.Tip.SUM;
import static dev.nestor.protocol.command.Tip.TO_ALL_SHARDS;
import static dev.nestor.protocol.command.Tip.TO_MULTI_SHARD;
import static dev.nestor.protocol.command.Tip.TO_SPECIAL;

import java.util.List;

/** Keys, whatever they hold. */
final class KeyCommands {
    private static final String IN_KEYS = "O(N) in the number of keys";

    static final List<CommandSpec> ROWS = List.of(
            row("DEL key [key ...]", IN_KEYS, "Removes keys.", WRITE, RM, DELETE, TO_MULTI_SHARD, SUM),
            row(
                    "EXISTS key [key ...]",
                    IN_KEYS,
                    "How many of the keys are there.",
                    READONLY,
                    FAST,
                    RO,
                    TO_MULTI_SHARD,
                    SUM),
            row(
                    "EXPIRE key seconds [NX | XX | GT | LT]",
                    "O(1)",
                    "Lets a key disappear after some seconds.",
                    WRITE,
                    FAST,
                    RW,
                    UPDATE),
            row(
                    "KEYS pattern",
                    IN_KEYS,
                    "All keys that match a pattern.",
                    READONLY,
                    DANGEROUS,
                    TO_ALL_SHARDS,
                    NONDETERMINISTIC_ORDER),
            row("PERSIST key", "O(1)", "Lets a key stay for ever.", WRITE, FAST, RW, UPDATE),
            row(
                    "PEXPIRE key milliseconds [NX | XX | GT | LT]",
                    "O(1)",
                    "Lets a key disappear after some milliseconds.",
                    WRITE,
                    FAST,
                    RW,
                    UPDATE),
            row(
                    "PTTL key",
                    "O(1)",
                    "How long a key will stay, in milliseconds.",
                    READONLY,
                    FAST,
                    RO,
                    ACCESS,
                    NONDETERMINISTIC_OUTPUT),
            row("RANDOMKEY", "O(1)", "Some key.", READONLY, TO_ALL_SHARDS, NONDETERMINISTIC_OUTPUT),
            row(
                    "SCAN cursor [MATCH pattern] [COUNT count] [TYPE type]",
                    "O(1) for each call",
                    "Goes through the keys, some at a time.",
                    READONLY,
                    NONDETERMINISTIC_OUTPUT,
                    TO_SPECIAL),
            row(
                    "TTL key",
                    "O(1)",
                    "How long a key will stay, in seconds.",
                    READONLY,
                    FAST,
                    RO,
                    ACCESS,
                    NONDETERMINISTIC_OUTPUT),
            row("TYPE key", "O(1)", "The type of what a key holds.", READONLY, FAST, RO),
            row(
                    "UNLINK key [key ...]",
                    IN_KEYS,
                    "Removes keys, as DEL does.",
                    WRITE,
                    FAST,
                    RM,
                    DELETE,
                    TO_MULTI_SHARD,
                    SUM));

    private KeyCommands() {}

    private static CommandSpec row(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.GENERIC, syntax, complexity, summary, Trait.join(traits, Category.KEYSPACE));
    }
}
