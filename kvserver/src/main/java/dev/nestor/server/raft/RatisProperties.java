package dev.nestor.server.raft;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.netty.NettyConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/** Ratis's own settings, each with the reason why it does not stay as it is. */
final class RatisProperties {
    private RatisProperties() {}

    static RaftProperties of(RaftSettings settings) {
        RaftProperties properties = new RaftProperties();
        transport(properties, settings);
        elections(properties);
        log(properties, settings);
        snapshots(properties);
        return properties;
    }

    private static void transport(RaftProperties properties, RaftSettings settings) {
        properties.set(RaftConfigKeys.Rpc.TYPE_KEY, GuardedTransport.class.getName());
        SizeInBytes messageMax = SizeInBytes.valueOf(RaftSettings.ENTRY_BYTES_MAX + (1L << 20));
        switch (settings.transport()) {
            case GRPC -> {
                GrpcConfigKeys.Server.setHost(properties, settings.host());
                GrpcConfigKeys.Server.setPort(properties, settings.port());
                GrpcConfigKeys.setMessageSizeMax(properties, messageMax);
            }
            case NETTY -> {
                NettyConfigKeys.Server.setHost(properties, settings.host());
                NettyConfigKeys.Server.setPort(properties, settings.port());
            }
        }
    }

    private static void elections(RaftProperties properties) {
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, millis(RaftSettings.ELECTION_TIMEOUT_MIN.toMillis()));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, millis(RaftSettings.ELECTION_TIMEOUT_MAX.toMillis()));
        // A leader that was without a majority for a moment would not stand for election for ten seconds, although it
        // may be the only one whose log has all that was acknowledged. (A leader that was paused for longer steps
        // down.)
        RaftServerConfigKeys.LeaderElection.setLeaderStepDownWaitTime(
                properties, millis(RaftSettings.ELECTION_TIMEOUT_MAX.toMillis()));
        // A server that was suspended, as a laptop is, would close its groups when it wakes up.
        RaftServerConfigKeys.setCloseThreshold(properties, TimeDuration.valueOf(365, TimeUnit.DAYS));
        // Proposals are never repeated with the same call id, so there is nothing to remember.
        RaftServerConfigKeys.RetryCache.setExpiryTime(properties, millis(2_000));
        RaftServerConfigKeys.RetryCache.setStatisticsExpiryTime(properties, millis(60_000));
    }

    private static void log(RaftProperties properties, RaftSettings settings) {
        RaftServerConfigKeys.setStorageDir(properties, List.of(settings.folder().toFile()));
        RaftServerConfigKeys.setRemovedGroupsDir(
                properties, settings.folder().resolve("removed").toFile());
        // A failed fsync would be ignored with async flush; both are off by default and must stay off.
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(properties, false);
        // A log with a hole or a flipped bit must not start.
        RaftServerConfigKeys.Log.setCorruptionPolicy(properties, RaftServerConfigKeys.Log.CorruptionPolicy.EXCEPTION);
        // The appender's buffer bounds the size of one entry, and the write buffer must hold what it lets through.
        SizeInBytes entryMax = SizeInBytes.valueOf(RaftSettings.ENTRY_BYTES_MAX);
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, entryMax);
        RaftServerConfigKeys.Log.setWriteBufferSize(properties, SizeInBytes.valueOf(RaftSettings.ENTRY_BYTES_MAX + 8L));
        // A leader would wait 5 s between two attempts to reach a server that has been down for a while, and so would
        // everybody whose writes need that server when it is back.
        RaftServerConfigKeys.Log.Appender.setRetryPolicy(properties, "1ms,10, 250ms," + Integer.MAX_VALUE);
        // Over Netty RPC it would try 40 times a second.
        RaftServerConfigKeys.Rpc.setSleepTime(properties, millis(100));
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf(settings.segmentBytes()));
        // By default every commit is followed by an entry that records it: twice the messages, twice the syncs. What a
        // member has committed it learns from its leader anyway.
        RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, false);
        // By default a leader lets a millisecond pass between two messages to a follower, whatever there is to send.
        RaftServerConfigKeys.Log.Appender.setWaitTimeMin(properties, millis(0));
        // A follower would hand each message to another thread before it reaches the log, so that a transport could
        // bring
        // the next one meanwhile; ours have one under way.
        RaftServerConfigKeys.Log.setAppendEntriesComposeEnabled(properties, false);
        // Closed files of the log stay in memory as well, six of them by default: a follower that lags may read the
        // disk.
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 2);
        // Without it a dead member would keep the others' logs growing for ever.
        RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
        RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
    }

    private static void snapshots(RaftProperties properties) {
        // Ratis would write them on the thread that applies entries; Snapshotter does it beside.
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setCreationGap(properties, 1);
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
