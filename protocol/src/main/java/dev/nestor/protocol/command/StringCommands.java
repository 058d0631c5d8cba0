package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Flag.DENYOOM;
import static dev.nestor.protocol.command.Flag.FAST;
import static dev.nestor.protocol.command.Flag.READONLY;
import static dev.nestor.protocol.command.Flag.WRITE;
import static dev.nestor.protocol.command.KeyAccess.ACCESS;
import static dev.nestor.protocol.command.KeyAccess.DELETE;
import static dev.nestor.protocol.command.KeyAccess.INSERT;
import static dev.nestor.protocol.command.KeyAccess.OW;
import static dev.nestor.protocol.command.KeyAccess.RO;
import static dev.nestor.protocol.command.KeyAccess.RW;
import static dev.nestor.protocol.command.KeyAccess.UPDATE;
import static dev.nestor.protocol.command.KeyAccess.VARIABLE_FLAGS;
import static dev.nestor.protocol.command.Tip.ALL_SUCCEEDED;
import static dev.nestor.protocol.command.Tip.TO_MULTI_SHARD;

import java.util.List;

/** Values that are one string of bytes. */
final class StringCommands {
    static final List<CommandSpec> ROWS = List.of(
            row("APPEND key value", "O(1)", "Puts a string behind that of a key.", WRITE, DENYOOM, FAST, RW, INSERT),
            row(
                    "DECR key",
                    "O(1)",
                    "Subtracts one from the integer of a key.",
                    WRITE,
                    DENYOOM,
                    FAST,
                    RW,
                    ACCESS,
                    UPDATE),
            row(
                    "DECRBY key decrement",
                    "O(1)",
                    "Subtracts from the integer of a key.",
                    WRITE,
                    DENYOOM,
                    FAST,
                    RW,
                    ACCESS,
                    UPDATE),
            row("GET key", "O(1)", "The string of a key.", READONLY, FAST, RO, ACCESS),
            row("GETDEL key", "O(1)", "Removes a key and answers its string.", WRITE, FAST, RW, ACCESS, DELETE),
            row(
                    "GETSET key value",
                    "O(1)",
                    "Sets a key to a string and answers the one before it.",
                    WRITE,
                    DENYOOM,
                    FAST,
                    RW,
                    ACCESS,
                    UPDATE),
            row("INCR key", "O(1)", "Adds one to the integer of a key.", WRITE, DENYOOM, FAST, RW, ACCESS, UPDATE),
            row(
                    "INCRBY key increment",
                    "O(1)",
                    "Adds to the integer of a key.",
                    WRITE,
                    DENYOOM,
                    FAST,
                    RW,
                    ACCESS,
                    UPDATE),
            row(
                    "MGET key [key ...]",
                    "O(N) in the number of keys",
                    "The strings of several keys.",
                    READONLY,
                    FAST,
                    RO,
                    ACCESS,
                    TO_MULTI_SHARD),
            row(
                    "MSET key value [key value ...]",
                    "O(N) in the number of keys",
                    "Sets several keys at once.",
                    WRITE,
                    DENYOOM,
                    OW,
                    UPDATE,
                    TO_MULTI_SHARD,
                    ALL_SUCCEEDED),
            row(
                    "PSETEX key milliseconds value",
                    "O(1)",
                    "Sets a key to a string that expires after some milliseconds.",
                    WRITE,
                    DENYOOM,
                    OW,
                    UPDATE),
            row(
                    "SET key value [NX | XX] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds"
                            + " | PXAT unix-time-milliseconds | KEEPTTL]",
                    "O(1)",
                    "Sets a key to a string, whatever it held.",
                    WRITE,
                    DENYOOM,
                    RW,
                    ACCESS,
                    UPDATE,
                    VARIABLE_FLAGS),
            row(
                    "SETEX key seconds value",
                    "O(1)",
                    "Sets a key to a string that expires after some seconds.",
                    WRITE,
                    DENYOOM,
                    OW,
                    UPDATE),
            row("SETNX key value", "O(1)", "Sets a key that is not there yet.", WRITE, DENYOOM, FAST, OW, INSERT),
            row("STRLEN key", "O(1)", "The length of a key's string, in bytes.", READONLY, FAST, RO));

    private StringCommands() {}

    private static CommandSpec row(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.STRING, syntax, complexity, summary, Trait.join(traits, Category.STRING));
    }
}
