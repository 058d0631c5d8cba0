/**
 * Which servers there are and who holds what.
 *
 * <pre>
 *   ClusterMap        servers, partitions, replicas: immutable, with an epoch; drawn by Placement
 *     MetaState       keeps the newest map in a Raft group of its own, on up to five of the servers
 *   ServerFolder      what this server knows about itself, on disk
 *   Member            this server in the cluster: adopts maps, opens partitions, sends heartbeats
 *     Controller      collects the heartbeats, on the server that leads the meta group
 *     Formation       makes a cluster of fresh servers
 *   PeerMessage       what servers say to each other, through Peers
 * </pre>
 */
@NullMarked
package dev.nestor.server.cluster;

import org.jspecify.annotations.NullMarked;
