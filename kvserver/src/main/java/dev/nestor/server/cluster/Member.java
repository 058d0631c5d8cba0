package dev.nestor.server.cluster;

import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.PeerFilter;
import dev.nestor.server.raft.RaftNode;
import dev.nestor.server.raft.RaftReplica;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server as a member of the cluster: waits until it is made one, then holds what the map assigns to it, tells the
 * controller twice a second how it is, and learns from the answer how the others are. Thread-safe.
 */
public final class Member implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Member.class);
    private static final long HEARTBEAT_MILLIS = 500;

    /** A server of which the controller has not heard for so long is taken for dead. */
    public static final long DOWN_MILLIS = 10_000;

    private final ServerFolder folder;
    private final RaftNode node;
    private final Peers peers;
    private final PeerFilter filter;
    private final Controller controller;
    private final Holdings holdings;
    private final LeaderBalance balance;
    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heartbeat").daemon().factory());
    private volatile @Nullable ClusterMap map;
    private volatile PeerAnswer.Pulse pulse = PeerAnswer.Pulse.NONE;
    private volatile @Nullable String controllerId;
    private CompletableFuture<PeerAnswer.Pulse> nextNews = new CompletableFuture<>();
    private int nextMetaMember;

    public Member(ServerFolder folder, RaftNode node, Peers peers, PeerFilter filter, InstantSource clock) {
        this.folder = folder;
        this.node = node;
        this.peers = peers;
        this.filter = filter;
        this.controller = new Controller(clock);
        this.holdings = new Holdings(node, folder, clock, this::learn);
        this.balance = new LeaderBalance(folder.id(), clock);
    }

    /**
     * Recalls the map that this server knew when it stopped, so that it can tell where everything is before it has
     * loaded what it holds itself.
     *
     * @throws IOException if the map is damaged
     */
    public void recall() throws IOException {
        map = folder.map().orElse(null);
    }

    /**
     * Starts the Raft node with whatever this server held when it stopped, and the heartbeats.
     *
     * @throws IOException if what is stored can't be used
     */
    public void start() throws IOException {
        ClusterMap known = map;
        if (known != null) {
            holdings.requireOpenedAreStored();
            holdings.announce(known);
        }
        node.start();
        if (known != null) {
            holdings.open(known);
        }
        var _ = heartbeats.scheduleWithFixedDelay(
                this::beatSafely, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    public String id() {
        return folder.id();
    }

    /** The newest map that this server knows, null before it belongs to a cluster. */
    public @Nullable ClusterMap map() {
        return map;
    }

    /** The partitions held here, by number. */
    public Collection<Partition> partitions() {
        return holdings.partitions();
    }

    /** Whether a replica that the map assigns to this server is not opened, or lacks what its log had at the start. */
    public boolean isLoading() {
        ClusterMap current = map;
        return current != null
                && holdings.partitions().stream()
                                .filter(partition -> partition.replica().hasRecovered())
                                .count()
                        < current.heldBy(id()).size();
    }

    public @Nullable Partition partition(int number) {
        return holdings.partition(number);
    }

    /**
     * The id of the server that leads a partition, as far as known. Of a partition that it holds this server knows itself:
     * the controller learns of a leader's end later, from the next one.
     */
    public Optional<String> leader(int partition) {
        Partition held = holdings.partition(partition);
        if (held == null) {
            return Optional.ofNullable(pulse.leaders().get(partition)).filter(leader -> !leader.equals(id()));
        }
        // Elected but not ready, this server does not answer for the partition yet: who says that it leads must answer.
        return held.replica()
                .leader()
                .filter(leader -> !leader.equals(id()) || held.replica().isLeader());
    }

    /** For how long the controller has not heard of a server, in milliseconds; zero if it says nothing of that one. */
    public long silentMillis(String server) {
        return pulse.silentMillis(server);
    }

    /** Completes with the next answer of the controller. */
    synchronized CompletableFuture<PeerAnswer.Pulse> nextNews() {
        return nextNews;
    }

    private synchronized void publish(PeerAnswer.Pulse news) {
        pulse = news;
        nextNews.complete(news);
        nextNews = new CompletableFuture<>();
    }

    /** Answers what another server says. */
    public byte[] answer(byte[] message) {
        return Wire.encode(answer(Wire.decode(message, PeerMessage.class)));
    }

    PeerAnswer answer(PeerMessage message) {
        return switch (message) {
            case PeerMessage.Who _ -> new PeerAnswer.Identity(folder.id(), map);
            case PeerMessage.Adopt(ClusterMap adopted) -> adopt(adopted);
            case PeerMessage.Heartbeat heartbeat -> hear(heartbeat);
        };
    }

    /** Asks another server; fails like {@link Peers#ask}. */
    CompletionStage<PeerAnswer> ask(String host, int port, PeerMessage message) {
        return peers.ask(host, port, Wire.encode(message), message.patience())
                .thenApply(bytes -> Wire.decode(bytes, PeerAnswer.class));
    }

    /** Hands the leadership of every partition to another server, as far as that works, before this one stops. */
    public void handOver() {
        ClusterMap current = map;
        if (current != null) {
            LeaderBalance.handOverAll(current, holdings.partitions());
        }
    }

    @Override
    public void close() {
        heartbeats.shutdownNow();
        holdings.close();
    }

    private synchronized PeerAnswer adopt(ClusterMap adopted) {
        ClusterMap current = map;
        if (current != null && !current.clusterId().equals(adopted.clusterId())) {
            return new PeerAnswer.Refused("this server belongs to another cluster, " + current.clusterId());
        }
        try {
            if (current == null) {
                folder.keep(adopted);
                map = adopted;
            }
            holdings.announce(adopted);
            holdings.open(adopted);
        } catch (IOException e) {
            log.error("the cluster's map could not be adopted", e);
            return new PeerAnswer.Refused(String.valueOf(e.getMessage()));
        }
        return new PeerAnswer.Done();
    }

    /** The meta group begins with the map that made it: whoever leads the group first writes it there. */
    private void proposeFirst(ClusterMap first) {
        RaftReplica<Boolean> meta = holdings.meta();
        if (meta != null && meta.isLeader() && holdings.newestMap() == null && first.epoch() == 1) {
            var _ = meta.propose(Wire.encode(first)).exceptionally(failure -> {
                log.warn("the first map could not be written, the next heartbeat tries again", failure);
                return false;
            });
        }
    }

    private PeerAnswer hear(PeerMessage.Heartbeat heartbeat) {
        if (!filter.admits(heartbeat.server())) {
            return new PeerAnswer.Refused("messages of " + heartbeat.server() + " are cut off");
        }
        RaftReplica<Boolean> meta = holdings.meta();
        if (meta == null || !meta.isLeader()) {
            return new PeerAnswer.NotController(
                    meta == null ? null : meta.leader().orElse(null));
        }
        return controller.hear(heartbeat, holdings.newestMap(), meta.term(), pulse.leaders());
    }

    private synchronized void learn(ClusterMap newest) {
        ClusterMap current = map;
        if (current != null && newest.epoch() > current.epoch()) {
            try {
                folder.keep(newest);
                map = newest;
                log.info("the cluster's map has epoch {} now", newest.epoch());
            } catch (IOException e) {
                log.error("the cluster's map could not be kept", e);
            }
        }
    }

    private void beatSafely() {
        try {
            beat();
        } catch (RuntimeException e) {
            // One failed heartbeat must not end all that would follow.
            log.error("a heartbeat failed", e);
        }
    }

    private void beat() {
        ClusterMap current = map;
        if (current == null) {
            return;
        }
        proposeFirst(current);
        PeerMessage.Heartbeat heartbeat = new PeerMessage.Heartbeat(folder.id(), current.epoch(), reports());
        ServerEntry target = controller(current);
        if (target.id().equals(folder.id())) {
            take(answer(heartbeat));
        } else {
            var _ = ask(target.host(), target.port(), heartbeat).whenComplete((answer, failure) -> {
                if (failure == null) {
                    take(answer);
                } else if (target.id().equals(controllerId)) {
                    controllerId = null;
                }
            });
        }
        balance.restore(current, holdings.partitions(), pulse.current());
    }

    /** The controller, or some member of the meta group that may know it. */
    private ServerEntry controller(ClusterMap current) {
        String known = controllerId;
        Optional<ServerEntry> server = known == null ? Optional.empty() : current.server(known);
        return server.orElseGet(() -> {
            List<ServerEntry> keepers = current.metaMembers();
            nextMetaMember = (nextMetaMember + 1) % keepers.size();
            return keepers.get(nextMetaMember);
        });
    }

    private void take(PeerAnswer answer) {
        switch (answer) {
            case PeerAnswer.Pulse news -> {
                publish(news);
                if (news.map() != null) {
                    learn(news.map());
                }
            }
            case PeerAnswer.NotController(String other) -> controllerId = other;
            case PeerAnswer.Identity _, PeerAnswer.Done _, PeerAnswer.Refused _ ->
                log.warn("unexpected answer {}", answer);
        }
    }

    private List<ReplicaReport> reports() {
        return holdings.partitions().stream().map(Member::report).toList();
    }

    private static ReplicaReport report(Partition partition) {
        var view = partition.view();
        return new ReplicaReport(
                partition.number(),
                partition.replica().isLeader(),
                partition.replica().term(),
                partition.replica().isCurrent(),
                view.version(),
                view.digest(),
                view.size(),
                view.bytes());
    }
}
