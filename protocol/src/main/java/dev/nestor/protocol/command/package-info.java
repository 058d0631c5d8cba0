/**
 * The command table: every command that Nestor knows, described once. What clients ask by COMMAND, what the prompt
 * completes and helps with, and the reference page all come from here.
 *
 * <pre>
 *   ConnectionCommands, StringCommands, ... ──rows──> CommandSpec ──> CommandTable ──> Introspection
 *                                                         │              find()         COMMAND ...
 *                                                       Syntax ──> arity, key positions, argument tree
 * </pre>
 *
 * A row is the line that people read, such as {@code SET key value [NX | XX]}, and its traits; the rest follows.
 */
@NullMarked
package dev.nestor.protocol.command;

import org.jspecify.annotations.NullMarked;
