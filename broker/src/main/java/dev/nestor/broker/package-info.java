/**
 * The client of a cluster, for people and for the tools beside it.
 *
 * <pre>
 *   Cluster ──> Route       which servers a command concerns: one partition, several, all, any
 *      │
 *      ├─────> Retries      again until the deadline, if that is safe; a replica's stale answer when nobody leads
 *      │          │
 *      │          └─> Transport    Lettuce: slots, redirects, reconnects, pipelining
 *      │
 *      └─────> Everybody    one question about all keys; replicas answer for partitions that nobody leads
 *                 │
 *                 └─> Survey       the same to all leaders, and which partitions nobody spoke for
 * </pre>
 *
 * {@code broker.repl} and {@code broker.load} use {@link dev.nestor.broker.Cluster} and never each other.
 */
@NullMarked
package dev.nestor.broker;

import org.jspecify.annotations.NullMarked;
