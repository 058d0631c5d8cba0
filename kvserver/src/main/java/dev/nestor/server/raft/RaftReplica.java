package dev.nestor.server.raft;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SetConfigurationRequest;
import org.apache.ratis.protocol.SnapshotManagementRequest;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.protocol.exceptions.ResourceUnavailableException;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.raftlog.RaftLog;
import org.jspecify.annotations.Nullable;

/**
 * This server's member of one Raft group. Thread-safe.
 *
 * @param <R> what the state answers to an applied entry
 */
public final class RaftReplica<R> {
    private static final byte[] EMPTY = {};
    private static final long NOT_OPENED = Long.MIN_VALUE;
    private static final long ADMIN_TIMEOUT_MILLIS = 10_000;

    /** While leadership is being handed over nothing can be written, so this must not take longer than an election. */
    private static final long HAND_OVER_MILLIS = 1_000;

    /** A member that is this far behind catches up in a moment. */
    private static final long ENTRIES_BEHIND_MAX = 16;

    private final RaftGroupId group;
    private final RaftNode node;
    private final LeaderLease lease = new LeaderLease();
    private final Snapshotter snapshotter;
    private final GroupStateMachine<R> machine;
    private final Barrier barrier = new Barrier(() -> submit(EMPTY));
    private volatile long firstEnd = NOT_OPENED;
    private volatile boolean recovered;
    private volatile Consumer<Optional<String>> leaderListener = leader -> {};

    RaftReplica(RaftNode node, UUID group, ReplicatedState<R> state) {
        this.node = node;
        this.group = RaftGroupId.valueOf(group);
        this.snapshotter = node.newSnapshotter(this::purgeLog);
        GroupStateMachine.Observer observer = new GroupStateMachine.Observer() {
            @Override
            public void leaderChanged(@Nullable String leader) {
                leaderListener.accept(Optional.ofNullable(leader));
            }

            @Override
            public void failed(String what, Throwable cause) {
                node.fail("group " + group + ": " + what, cause);
            }

            @Override
            public void shutDown() {
                node.replicaShutDown(group);
            }
        };
        this.machine = new GroupStateMachine<>(state, lease, snapshotter, observer, node.disk());
    }

    public UUID group() {
        return group.getUuid();
    }

    /** Who is told of every change of the leader, on a thread of the engine; must not block. */
    public void onLeaderChange(Consumer<Optional<String>> listener) {
        leaderListener = listener;
    }

    /**
     * Proposes an entry. Entries that one thread proposes are logged in that order. The future completes on the thread
     * that applies entries, with what the state answered, or with a {@link ProposalException}.
     *
     * @param entry not empty, and not to be changed any more
     */
    public CompletableFuture<R> propose(byte[] entry) {
        if (entry.length == 0) {
            throw new IllegalArgumentException("an entry must not be empty");
        }
        return submit(entry);
    }

    /** May this replica serve a linearizable read from its state right now? Costs a few nanoseconds. */
    public boolean mayRead() {
        if (!lease.isValid()) {
            return false;
        }
        if (lease.isAging()) {
            barrier.passUnlessRunning();
        }
        return true;
    }

    /**
     * Completes when this replica has proved, after the call, that it still leads: what the state shows from then on
     * includes every write that was acknowledged before the call. Fails with a {@link ProposalException}.
     */
    public CompletableFuture<Void> confirmLeadership() {
        return barrier.pass();
    }

    public boolean isLeader() {
        return info().isLeaderReady();
    }

    /** The leader's id, as far as this replica knows. */
    public Optional<String> leader() {
        return Optional.ofNullable(info().getLeaderId()).map(RaftPeerId::toString);
    }

    public long term() {
        return info().getCurrentTerm();
    }

    public long appliedIndex() {
        return info().getLastAppliedIndex();
    }

    /** Where this replica's log ends. */
    public long lastIndex() {
        RaftLog log = node.division(group).getRaftLog();
        TermIndex last = log.isOpened() ? log.getLastEntryTermIndex() : null;
        return Math.max(last == null ? RaftLog.INVALID_LOG_INDEX : last.getIndex(), appliedIndex());
    }

    public List<RaftMember> members() {
        return node.division(group).getRaftConf().getCurrentPeers().stream()
                .map(RaftMember::of)
                .toList();
    }

    /** Makes these the group's members. Only the leader can; completes when the change is committed. */
    public CompletableFuture<Void> changeMembers(Collection<RaftMember> members) {
        SetConfigurationRequest request = new SetConfigurationRequest(
                node.clientId(), node.peerId(), group, node.nextCallId(), RaftMember.toPeers(members));
        return node.administer(server -> server.setConfigurationAsync(request));
    }

    /**
     * Whether another member could lead at once: it has answered this leader a moment ago, and has nearly all of the log.
     * False unless this replica leads.
     */
    public boolean canHandOverTo(String member) {
        RaftServer.Division division = node.division(group);
        if (!division.getInfo().isLeaderReady() || !division.getRaftLog().isOpened()) {
            return false;
        }
        List<ServerRpcProto> followers =
                division.getInfo().getRoleInfoProto().getLeaderInfo().getFollowerInfoList();
        long[] matches = division.getInfo().getFollowerMatchIndices();
        TermIndex last = division.getRaftLog().getLastEntryTermIndex();
        if (matches == null || matches.length != followers.size() || last == null) {
            return false;
        }
        for (int i = 0; i < matches.length; i++) {
            if (followers.get(i).getId().getId().toStringUtf8().equals(member)) {
                return followers.get(i).getLastRpcElapsedTimeMs() < GuardedTransport.VOTE_SILENCE.toMillis()
                        && last.getIndex() - matches[i] <= ENTRIES_BEHIND_MAX;
            }
        }
        return false;
    }

    /**
     * Whether the state has all that the log had when this replica was opened. That may take seconds, and without a
     * leader it never comes to be: it is not known which entries count. Once true it stays so.
     */
    public boolean hasRecovered() {
        if (recovered) {
            return true;
        }
        if (!node.division(group).getRaftLog().isOpened()) {
            return false;
        }
        if (firstEnd == NOT_OPENED) {
            firstEnd = lastIndex();
        }
        // A new leader may have cut off what nobody else had.
        recovered = appliedIndex() >= Math.min(firstEnd, lastIndex());
        return recovered;
    }

    /** Whether the state has nearly all of this replica's own log, so that it could lead at once. */
    public boolean isCurrent() {
        return hasRecovered() && lastIndex() - appliedIndex() <= ENTRIES_BEHIND_MAX;
    }

    /** Hands leadership to another member. Only the leader can; completes when that one leads. */
    public CompletableFuture<Void> transferLeadership(String member) {
        // From here on the voters may follow another leader before their silence has passed.
        long term = term();
        lease.revoke();
        TransferLeadershipRequest request = new TransferLeadershipRequest(
                node.clientId(), node.peerId(), group, node.nextCallId(), RaftPeerId.valueOf(member), HAND_OVER_MILLIS);
        return node.administer(server -> server.transferLeadershipAsync(request))
                .whenComplete((nothing, failure) -> {
                    if (failure != null && isLeader() && term() == term) {
                        lease.lead(term);
                    }
                });
    }

    /** Starts writing a snapshot, if anything was applied since the last one. Returns at once. */
    public void snapshot() {
        snapshotter.want();
        purgeLog();
    }

    GroupStateMachine<R> machine() {
        return machine;
    }

    /** Has Ratis ask the state machine for the last durable snapshot, behind which it then purges the log. */
    private void purgeLog() {
        SnapshotManagementRequest request = SnapshotManagementRequest.newCreate(
                node.clientId(), node.peerId(), group, node.nextCallId(), ADMIN_TIMEOUT_MILLIS, 1);
        var _ = node.administer(server -> server.snapshotManagementAsync(request))
                .exceptionally(failure -> {
                    node.warn("group " + group() + ": the log could not be purged", failure);
                    return null;
                });
    }

    private CompletableFuture<R> submit(byte[] entry) {
        Proposal<R> proposal = new Proposal<>(entry);
        var _ = node.submit(RaftClientRequest.newBuilder()
                        .setClientId(node.clientId())
                        .setServerId(node.peerId())
                        .setGroupId(group)
                        .setCallId(node.nextCallId())
                        .setMessage(proposal)
                        .setType(RaftClientRequest.writeRequestType())
                        .build())
                .whenComplete((reply, thrown) -> settle(proposal, reply, thrown));
        return proposal.answer();
    }

    /** The state machine has answered already when all went well; here come the failures. */
    private void settle(Proposal<R> proposal, @Nullable RaftClientReply reply, @Nullable Throwable thrown) {
        Throwable failure = thrown != null || reply == null ? thrown : reply.getException();
        if (failure == null) {
            return;
        }
        proposal.answer().completeExceptionally(explain(proposal, failure));
    }

    private ProposalException explain(Proposal<R> proposal, Throwable failure) {
        String name = group().toString();
        if (proposal.mayTakeEffect()) {
            return new ProposalException.OutcomeUnknown(name, failure);
        }
        return failure instanceof ResourceUnavailableException
                ? new ProposalException.Overloaded(name)
                : new ProposalException.NotLeader(name);
    }

    private DivisionInfo info() {
        return node.division(group).getInfo();
    }
}
