/**
 * One server process: what the packages below need from each other is put together here, and nothing else.
 *
 * <pre>
 *   NestorServer ── net.RespServer ── command.Commands
 *        │               │                 │
 *        │        ServedPartitions   ClusterView, ClusterOrders, ServerReport
 *        │               │                 │
 *        └────────── cluster.Member ── raft.RaftNode, raft.Partition ── store.Store
 * </pre>
 */
@NullMarked
package dev.nestor.server;

import org.jspecify.annotations.NullMarked;
