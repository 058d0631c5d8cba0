/**
 * Connections: bytes in, bytes out, and in between the order that a client may rely on. Knows what commands want
 * done, and asks by interfaces of its own who does it: {@link dev.nestor.server.net.Planner},
 * {@link dev.nestor.server.net.Partitions} and {@link dev.nestor.server.net.ServedPartition}.
 *
 * <pre>
 *   socket ─▶ Intake ─▶ RequestDecoder ─▶ Connection ─▶ Planner
 *            (counts)                       │ holds back    │ Plan
 *                                           │ when full     ▼
 *                                           │           PlanRunner ── at once ──────────────┐
 *                                           │               │ Turn                          │
 *                                           │               ▼                               ▼
 *                                           │   Lane of a partition: reads and writes    Replies ─▶ ReplyBatch ─▶ socket
 *                                           │    │        in the client's order             ▲
 *                                           │    ▼                                          │
 *                                           │   ServedPartition ─▶ other threads ─▶ Completions of the event loop
 * </pre>
 *
 * <p>All state of a connection belongs to its event loop. What other threads finish comes back through
 * {@code Completions}, which wakes an event loop once for many.
 *
 * <p><b>Order.</b> Replies come in the order of requests. Reads and writes of one connection take effect in its order
 * within each partition; there is none between partitions. What concerns the whole server has the connection to itself.
 *
 * <p><b>Leaders.</b> A request for a partition that nobody is known to lead waits in its lane for about a second, and so
 * does a write that was refused because this server had just stopped leading. See {@link dev.nestor.server.net.Parking}.
 *
 * <p><b>Bounds.</b> A connection with too many unanswered requests, or whose client does not read, is not read from
 * until there is room; requests that have been read by then are held and not begun. See {@link
 * dev.nestor.server.net.ConnectionLimits}.
 */
@NullMarked
package dev.nestor.server.net;

import org.jspecify.annotations.NullMarked;
