/**
 * The prompt: what people and scripts type, and how the answers look.
 *
 * <pre>
 *   Repl ──> Prompt         a person at a terminal: JLine, with Completion, Highlighting and Watch beside it
 *     │
 *     └────> Interpreter    takes a command's text apart and carries it out
 *                 │
 *                 ├──> CommandList ──> PromptCommand    one class per command
 *                 │                          │
 *                 │                       Words, KeyAndValue, Readings, RawWords    how arguments are written
 *                 │
 *                 └──> Conversation ──> Result ──> Format    in text, JSON, tables or bare values
 * </pre>
 *
 * The package knows the cluster's client and no other face of it: files are loaded by whoever implements
 * {@link dev.nestor.broker.repl.Loading}.
 */
@NullMarked
package dev.nestor.broker.repl;

import org.jspecify.annotations.NullMarked;
