/**
 * Replication. The only package that knows the Raft library (Apache Ratis); everybody else sees this seam:
 *
 * <pre>
 *   RaftNode        one per process: the transport, the folder, the groups that this server is a member of
 *     RaftReplica   one per group: propose an entry, confirm leadership for a read, role, members, snapshot
 *       ReplicatedState   the caller's state: applies entries, freezes, restores
 * </pre>
 *
 * Below the seam: {@code GroupStateMachine} adapts a state to Ratis, {@code LeaderLease} answers whether a read may be
 * served, {@code GuardedTransport} keeps that promise among the voters, {@code SnapshotFiles} keeps the snapshots.
 */
@NullMarked
package dev.nestor.server.raft;

import org.jspecify.annotations.NullMarked;
