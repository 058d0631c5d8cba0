package dev.nestor.protocol.command;

import static dev.nestor.protocol.command.Flag.DENYOOM;
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

/**
 * JSON documents, as RedisJSON has them: same names, arities and key positions.
 *
 * @see <a href="https://redis.io/docs/latest/commands/?group=json">RedisJSON's commands</a>
 */
final class JsonCommands {
    private static final String IN_DOCUMENT = "O(N) in the size of the document";
    private static final String IN_VALUE = "O(N) in the size of the value";

    static final List<CommandSpec> ROWS = List.of(
            write(
                    "JSON.ARRAPPEND key path value [value ...]",
                    IN_VALUE,
                    "Puts values behind an array's last.",
                    RW,
                    INSERT),
            read("JSON.ARRINDEX key path value [start [stop]]", IN_VALUE, "Where an array holds a value.", ACCESS),
            write(
                    "JSON.ARRINSERT key path index value [value ...]",
                    IN_VALUE,
                    "Puts values into an array.",
                    RW,
                    INSERT),
            read("JSON.ARRLEN key [path]", "O(1)", "The length of an array."),
            write(
                    "JSON.ARRPOP key [FORMAT <STRINGS | EXPAND1 | EXPAND>] [path [index]]",
                    IN_VALUE,
                    "Removes an array's element and answers it.",
                    RW,
                    ACCESS,
                    DELETE),
            write("JSON.ARRTRIM key path start stop", IN_VALUE, "Keeps a part of an array.", RW, DELETE),
            write("JSON.CLEAR key [path]", IN_VALUE, "Empties containers and sets numbers to 0.", RW, UPDATE),
            CommandSpec.of(
                    Group.JSON,
                    "JSON.DEBUG subcommand [argument ...]",
                    "Depends on the subcommand.",
                    "A container for commands about memory.",
                    Category.JSON),
            read("JSON.DEBUG MEMORY key [path]", IN_VALUE, "The memory of a value, in bytes."),
            CommandSpec.of(Group.JSON, "JSON.DEBUG HELP", "O(1)", "Lists the subcommands.", Category.JSON),
            write("JSON.DEL key [path]", IN_VALUE, "Removes values.", RW, DELETE),
            write("JSON.FORGET key [path]", IN_VALUE, "Removes values, as JSON.DEL does.", RW, DELETE),
            read(
                    "JSON.GET key [INDENT indent] [NEWLINE newline] [SPACE space] [FORMAT <STRING | EXPAND1 | EXPAND>] [path ...]",
                    IN_VALUE,
                    "The values at paths, as JSON text.",
                    ACCESS),
            write("JSON.MERGE key path value", IN_VALUE, "Merges a value by RFC 7396.", RW, UPDATE),
            read(
                    "JSON.MGET key [key ...] path",
                    "O(N) in the number of keys",
                    "The values at one path of several keys.",
                    ACCESS,
                    TO_MULTI_SHARD),
            write(
                    "JSON.MSET key path value [key path value ...]",
                    "O(N) in the number of keys",
                    "Sets values of several keys at once.",
                    OW,
                    UPDATE,
                    TO_MULTI_SHARD,
                    ALL_SUCCEEDED),
            write("JSON.NUMINCRBY key path number", "O(1)", "Adds to numbers.", RW, ACCESS, UPDATE),
            write("JSON.NUMMULTBY key path number", "O(1)", "Multiplies numbers.", RW, ACCESS, UPDATE),
            read("JSON.OBJKEYS key [path]", "O(N) in the number of names", "The names in an object.", ACCESS),
            read("JSON.OBJLEN key [path]", "O(1)", "The number of names in an object."),
            read("JSON.RESP key [path]", IN_VALUE, "A value in the types of the protocol.", ACCESS),
            write(
                    "JSON.SET key path value [NX | XX] [FORMAT <JSON | STRING>]",
                    IN_DOCUMENT,
                    "Sets the values at a path.",
                    RW,
                    UPDATE,
                    VARIABLE_FLAGS),
            write("JSON.STRAPPEND key [path] value", IN_VALUE, "Puts a string behind strings.", RW, INSERT),
            read("JSON.STRLEN key [path]", "O(1)", "The length of a string."),
            write("JSON.TOGGLE key path", "O(1)", "Turns true into false and false into true.", RW, ACCESS, UPDATE),
            read("JSON.TYPE key [path]", "O(1)", "The type of a value."));

    private JsonCommands() {}

    private static CommandSpec read(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(Group.JSON, syntax, complexity, summary, Trait.join(traits, READONLY, RO, Category.JSON));
    }

    private static CommandSpec write(String syntax, String complexity, String summary, Trait... traits) {
        return CommandSpec.of(
                Group.JSON, syntax, complexity, summary, Trait.join(traits, WRITE, DENYOOM, Category.JSON));
    }
}
