package dev.nestor.server.raft;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.util.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapts a {@link ReplicatedState} to Ratis. Ratis calls {@link #applyTransaction} on one thread per group, in log order;
 * that thread alone touches the state.
 */
final class GroupStateMachine<R> extends BaseStateMachine {
    private static final Logger log = LoggerFactory.getLogger(GroupStateMachine.class);
    private static final CompletableFuture<Message> DONE = CompletableFuture.completedFuture(Message.EMPTY);

    /** What the replica wants to hear of. */
    interface Observer {
        void leaderChanged(@Nullable String leader);

        /** Nothing can be relied on any more: the process must stop. */
        void failed(String what, Throwable cause);

        /** The engine has closed this replica, because it was told to or for reasons of its own. */
        void shutDown();
    }

    private final ReplicatedState<R> state;
    private final LeaderLease lease;
    private final Snapshotter snapshotter;
    private final Observer observer;
    private final DiskFilter disk;
    private final SnapshotFiles files = new SnapshotFiles();

    GroupStateMachine(
            ReplicatedState<R> state, LeaderLease lease, Snapshotter snapshotter, Observer observer, DiskFilter disk) {
        this.state = state;
        this.lease = lease;
        this.snapshotter = snapshotter;
        this.observer = observer;
        this.disk = disk;
    }

    @Override
    public void initialize(RaftServer server, RaftGroupId group, RaftStorage storage) throws IOException {
        super.initialize(server, group, storage);
        getLifeCycle()
                .startAndTransition(
                        () -> {
                            files.init(storage);
                            requireNoGap(restoreNewest(), storage);
                        },
                        IOException.class);
    }

    @Override
    public StateMachineStorage getStateMachineStorage() {
        return files;
    }

    // A proposal rides through Ratis as the request's message and comes back with the applied entry.

    @Override
    public TransactionContext startTransaction(RaftClientRequest request) {
        return TransactionContext.newBuilder()
                .setStateMachine(this)
                .setClientRequest(request)
                .setStateMachineContext(request.getMessage())
                .build();
    }

    @Override
    public TransactionContext preAppendTransaction(TransactionContext transaction) {
        if (transaction.getStateMachineContext() instanceof Proposal<?> proposal) {
            proposal.markAppended();
        }
        return transaction;
    }

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
        try {
            apply(transaction);
        } catch (RuntimeException | Error e) {
            observer.failed("an entry of the log could not be applied", e);
            throw e;
        }
        return DONE;
    }

    @SuppressWarnings("unchecked") // only this group's replica makes proposals for it
    private void apply(TransactionContext transaction) {
        LogEntryProto entry = transaction.getLogEntry();
        LogPosition position = new LogPosition(entry.getTerm(), entry.getIndex());
        Proposal<R> proposal =
                transaction.getStateMachineContext() instanceof Proposal<?> own ? (Proposal<R>) own : null;
        ByteBuffer bytes = proposal != null
                ? ByteBuffer.wrap(proposal.entry())
                : entry.getStateMachineLogEntry().getLogData().asReadOnlyByteBuffer();
        int size = bytes.remaining();
        @Nullable R result = size == 0 ? null : state.apply(position, bytes);
        updateLastAppliedTermIndex(position.term(), position.index());
        if (proposal != null) {
            lease.prove(position.term(), proposal.proposedAtNanos());
            proposal.answer().complete(result);
        }
        snapshotter.applied();
        if (snapshotter.isDue(size)) {
            snapshotter.start(position, state.freeze(), files);
        }
    }

    // Snapshots are written in the background. Ratis is told of finished ones only, and purges the log behind them.

    @Override
    public long takeSnapshot() throws IOException {
        if (snapshotter.isWanted()) {
            snapshotter.start(LogPosition.of(getLastAppliedTermIndex()), state.freeze(), files);
        }
        snapshotter.used();
        return files.fallback().map(LogPosition::index).orElse(RaftLog.INVALID_LOG_INDEX);
    }

    /** Comes before an installed snapshot replaces the files, on a thread of the transport. */
    @Override
    public void pause() {
        forceReceived();
        getLifeCycle().transition(LifeCycle.State.PAUSING);
        snapshotter.awaitIdle();
        getLifeCycle().transition(LifeCycle.State.PAUSED);
    }

    /** The leader soon counts on this member for all that the snapshot holds. */
    private void forceReceived() {
        try {
            files.forceReceived();
        } catch (IOException e) {
            throw new UncheckedIOException("a snapshot from the leader could not be forced to disk", e);
        }
    }

    /** Comes after an installed snapshot replaced the files. */
    @Override
    public void reinitialize() throws IOException {
        try {
            files.forcePlace();
            getLifeCycle().startAndTransition(() -> restoreNewest(), IOException.class);
        } catch (IOException | RuntimeException e) {
            observer.failed("a snapshot from the leader could not be loaded", e);
            throw e;
        }
    }

    /** Where the state stands then. */
    private LogPosition restoreNewest() throws IOException {
        List<LogPosition> damaged = new ArrayList<>();
        for (LogPosition position : files.positions()) {
            if (restore(position)) {
                for (LogPosition newer : damaged) {
                    files.setAside(newer);
                }
                return position;
            }
            damaged.add(position);
        }
        // They stay under their names: without any, the next start would take this for a group that has no state yet.
        if (!damaged.isEmpty()) {
            throw new IOException(
                    "no snapshot in " + files.file(damaged.getFirst()).getParent() + " is readable");
        }
        return LogPosition.START;
    }

    /** Ratis would wait for ever, and without a word, for entries that are not in the log any more. */
    private static void requireNoGap(LogPosition restored, RaftStorage storage) throws IOException {
        Path folder = storage.getStorageDir().getCurrentDir().toPath();
        OptionalLong first = LogFiles.firstIndex(folder);
        if (first.isPresent() && first.getAsLong() > restored.index() + 1) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the log in %s starts with entry %d, but the newest snapshot that can be read ends with entry %d",
                    folder,
                    first.getAsLong(),
                    restored.index()));
        }
    }

    /** Whether the snapshot could be read. */
    private boolean restore(LogPosition position) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(files.file(position)), 1 << 16)) {
            state.restore(in);
        } catch (IOException e) {
            log.warn("group {} has a damaged snapshot, {}", getGroupId(), files.file(position), e);
            return false;
        }
        setLastAppliedTermIndex(position.toTermIndex());
        log.info("group {} restored from {}", getGroupId(), files.file(position));
        return true;
    }

    // Leadership.

    @Override
    public void notifyLeaderReady() {
        try {
            lease.lead(getServer().join().getDivision(getGroupId()).getInfo().getCurrentTerm());
        } catch (IOException e) {
            throw new IllegalStateException("group " + getGroupId() + " is not open", e);
        }
    }

    @Override
    public void notifyNotLeader(Collection<TransactionContext> pending) {
        lease.revoke();
    }

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId self, @Nullable RaftPeerId leader) {
        if (!self.getPeerId().equals(leader)) {
            lease.revoke();
        }
        observer.leaderChanged(leader == null ? null : leader.toString());
    }

    // Trouble.

    @Override
    public void notifyLogFailed(Throwable cause, @Nullable LogEntryProto entry) {
        observer.failed("the log could not be written", cause);
    }

    /** Comes before the log is forced to disk, on the thread that writes it. */
    @Override
    public CompletableFuture<Void> flush(long index) {
        try {
            disk.beforeSync();
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void notifyServerShutdown(RoleInfoProto role, boolean allServer) {
        lease.revoke();
        observer.shutDown();
    }

    @Override
    public void close() {
        lease.revoke();
        snapshotter.awaitIdle();
    }
}
