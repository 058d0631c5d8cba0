/**
 * What each command means: a request in, a plan out. Nothing here waits, writes or knows who leads what.
 *
 * <pre>
 *   Request ──▶ Commands ──▶ Command of a family ──▶ Plan ──▶ (the connection carries it out) ──▶ Reply
 *                 │            StringCommands           Answer    the reply is there already
 *           CommandTable       JsonArrays, ...          Later     somebody will have it
 *                              Session, the time        Read      of the keys' partition
 *                                                       Write     an Operation on it
 *                                                       ReadAll   of every partition led here
 *                                                       WriteAll  an Operation on each of them
 * </pre>
 *
 * A bad argument is a {@link dev.nestor.server.command.Refusal} inside and an error reply outside. What a family needs
 * to know of the server it asks by an interface of its own: {@code ServerFacts}, {@code ClusterFacts} and their like.
 */
@NullMarked
package dev.nestor.server.command;

import org.jspecify.annotations.NullMarked;
