package dev.nestor.server.raft;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a server takes part in Raft.
 *
 * @param id the server's lasting name
 * @param host the address to bind and to be reached at
 * @param port the Raft port
 * @param folder where logs and snapshots live
 * @param transport how servers talk
 * @param segmentBytes how long one file of the log gets; the log is purged file by file
 * @param snapshotBytes how many bytes of log come between two snapshots
 * @param filter whose messages to let in
 * @param disk what stands before the logs' disk
 */
public record RaftSettings(
        String id,
        String host,
        int port,
        Path folder,
        Transport transport,
        long segmentBytes,
        long snapshotBytes,
        PeerFilter filter,
        DiskFilter disk) {

    /** The shortest time without a leader's message after which a follower stands for election. */
    static final Duration ELECTION_TIMEOUT_MIN = GuardedTransport.VOTE_SILENCE;

    /** The longest; shorter ones cause false elections on a busy machine. */
    static final Duration ELECTION_TIMEOUT_MAX = Duration.ofMillis(600);

    /** The largest entry. */
    public static final int ENTRY_BYTES_MAX = 32 << 20;

    /** The wire between the servers. */
    public enum Transport {
        GRPC,
        NETTY;

        /** The faster one; most users of the engine rely on the other. */
        public static final Transport USUAL = NETTY;
    }
}
