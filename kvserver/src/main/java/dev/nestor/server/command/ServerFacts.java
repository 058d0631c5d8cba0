package dev.nestor.server.command;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What INFO, CONFIG GET, HELLO and the like tell about this server. Each call answers as it is now, without waiting,
 * on any thread.
 */
public interface ServerFacts {

    /**
     * What does not change while the server runs.
     *
     * @param version Nestor's own version
     * @param runId 40 hexadecimal digits, drawn at each start
     * @param port the port for clients
     */
    record Identity(String version, String runId, int port, long startedMillis) {}

    /**
     * Counters since the start, and gauges.
     *
     * @param inputBytes bytes received from clients
     * @param outputBytes bytes sent to clients
     * @param commandsPerSecond of about the last second
     * @param keyHits reads of a key that was there
     * @param keyMisses reads of a key that was not
     */
    record Traffic(
            long connectedClients,
            long maxClients,
            long connectionsReceived,
            long connectionsRejected,
            long commandsProcessed,
            long commandsPerSecond,
            long inputBytes,
            long outputBytes,
            long keyHits,
            long keyMisses,
            long expiredKeys) {}

    /**
     * Memory in bytes.
     *
     * @param usedBytes the heap in use
     * @param residentBytes the process's resident set
     * @param peakBytes the most heap that was in use
     * @param maxBytes the greatest heap there may be
     */
    record Memory(long usedBytes, long residentBytes, long peakBytes, long maxBytes) {}

    /** Processor time in seconds that the process has taken. */
    record Processor(double systemSeconds, double userSeconds) {}

    /** What a server is to a partition. */
    enum Role {
        LEADER,
        FOLLOWER
    }

    /**
     * How far this server's replica of a partition is.
     *
     * @param leader the leader's {@code host:port}, or null when none is known
     * @param log how far it is in the log
     * @param version of the last write
     * @param digest of all records, equal on replicas of equal version
     * @param records the number of keys
     * @param expiring how many of them expire
     * @param sizeBytes the bytes of all records
     */
    record PartitionFacts(
            int number,
            int firstSlot,
            int lastSlot,
            Role role,
            @Nullable String leader,
            LogProgress log,
            long version,
            long digest,
            long records,
            long expiring,
            long sizeBytes) {}

    /**
     * How far a replica is in its log.
     *
     * @param term the Raft term
     * @param applied the index of the last entry that its state has
     * @param last where its log ends
     */
    record LogProgress(long term, long applied, long last) {}

    Identity identity();

    Traffic traffic();

    Memory memory();

    Processor processor();

    /** The partitions that this server holds, in the order of their slots. */
    List<PartitionFacts> partitions();

    /** Whether some of them are not there yet, or lack what their log had at the start. */
    boolean isLoading();

    /** The settings as CONFIG GET tells them, by name in lower case. */
    SortedMap<String, String> settings();
}
