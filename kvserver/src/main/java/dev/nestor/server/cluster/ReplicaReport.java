package dev.nestor.server.cluster;

/**
 * How far a server's replica of a partition is.
 *
 * @param leads whether that server leads the partition, as far as it knows
 * @param term the Raft term in which it says so
 * @param current whether it has applied nearly all of its own log
 * @param version of the last write; replicas of equal version have equal digests
 */
public record ReplicaReport(
        int partition,
        boolean leads,
        long term,
        boolean current,
        long version,
        long digest,
        long records,
        long sizeBytes) {}
