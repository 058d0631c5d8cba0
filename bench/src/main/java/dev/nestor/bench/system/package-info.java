/**
 * Whole systems side by side: Nestor's server processes beside Redis and etcd, on one machine and in one run.
 *
 * <pre>
 *   SystemsCommand ── runs ──> Experiment: OneServer     Nestor | Redis      by RedisBenchmark
 *                                          ThreeServers  Nestor | etcd       by ClosedLoop
 *                                          Failover      Nestor              kill -9 under load
 *                                          MillionRecords Nestor | Redis     bytes, restart, idle
 *
 *   NestorCluster             is made of  drill.local.LocalServers
 *   RedisServer, EtcdCluster  are made of  Program: a child process, ended when closed
 * </pre>
 *
 * What is compared takes turns, and the median of the turns counts.
 */
@NullMarked
package dev.nestor.bench.system;

import org.jspecify.annotations.NullMarked;
