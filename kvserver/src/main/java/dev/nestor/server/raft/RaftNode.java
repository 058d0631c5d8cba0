package dev.nestor.server.raft;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.GroupManagementRequest;
import org.apache.ratis.protocol.RaftClientAsynchronousProtocol;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.exceptions.AlreadyExistsException;
import org.apache.ratis.rpc.SupportedRpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage.StartupOption;
import org.apache.ratis.statemachine.StateMachine;
import org.apache.ratis.util.function.CheckedFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process as a member of Raft groups. Announce the groups that {@link #storedGroups} finds with {@link #replica}, then
 * {@link #start}; {@link #open} further groups at any time. Thread-safe.
 */
public final class RaftNode implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RaftNode.class);

    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final java.util.logging.Logger ENGINE_TRANSPORT_LOG =
            java.util.logging.Logger.getLogger("org.apache.ratis.thirdparty");

    static {
        ENGINE_TRANSPORT_LOG.setLevel(java.util.logging.Level.WARNING);
    }

    /** In that time an engine is closed, however much it has to write. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RaftSettings settings;
    private final BiConsumer<String, Throwable> fatal;
    private final ClientId clientId = ClientId.randomId();
    private final AtomicLong callIds = new AtomicLong();
    private final Map<RaftGroupId, RaftReplica<?>> replicas = new ConcurrentHashMap<>();
    private final ExecutorService snapshots = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("snapshots").daemon().factory());
    private final Reconnection reconnection = new Reconnection(this::leaderlessPeers);
    private volatile @Nullable RaftServer server;
    private volatile boolean closing;

    /**
     * @param fatal told, with a line for people and the cause, when the node can't be relied on any more; must stop the
     *     process
     */
    public RaftNode(RaftSettings settings, BiConsumer<String, Throwable> fatal) {
        this.settings = settings;
        this.fatal = fatal;
    }

    /** The groups that a server with this folder was a member of when it stopped. */
    public static List<UUID> storedGroups(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(UUID_TEXT.asMatchPredicate())
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Announces a group whose entries are applied to the given state. */
    public <R> RaftReplica<R> replica(UUID group, ReplicatedState<R> state) {
        RaftReplica<R> replica = new RaftReplica<>(this, group, state);
        if (replicas.putIfAbsent(RaftGroupId.valueOf(group), replica) != null) {
            throw new IllegalArgumentException("group " + group + " has a replica here already");
        }
        return replica;
    }

    /**
     * Binds the port, loads the stored groups and joins them.
     *
     * @throws IOException if a log or a snapshot is damaged, or the port or the folder can't be used
     */
    public void start() throws IOException {
        Files.createDirectories(settings.folder());
        requireFreePort();
        try {
            RaftServer built = RaftServer.newBuilder()
                    .setServerId(peerId())
                    .setStateMachineRegistry(this::machine)
                    .setOption(StartupOption.RECOVER)
                    .setProperties(RatisProperties.of(settings))
                    .setParameters(GuardedTransport.parameters(rpcType(), settings.filter(), reconnection))
                    .build();
            server = built;
            built.start();
            reconnection.start();
        } catch (IOException | CompletionException e) {
            throw new IOException(
                    "the log in " + troubledFolder(e) + " can't be opened: " + rootCause(e)
                            + "; restore it from a copy, or remove the server's whole folder and let it join anew",
                    e);
        }
    }

    /**
     * Starts a new group, in which the announced replica takes part; every member must do the same. Does nothing if this
     * server has begun to take part in it before.
     */
    public CompletableFuture<Void> open(RaftReplica<?> replica, Collection<RaftMember> members) {
        RaftGroup group = RaftGroup.valueOf(RaftGroupId.valueOf(replica.group()), RaftMember.toPeers(members));
        GroupManagementRequest request = GroupManagementRequest.newAdd(clientId, peerId(), nextCallId(), group);
        return administer(server -> server.groupManagementAsync(request)).exceptionally(RaftNode::unlessThere);
    }

    private static @Nullable Void unlessThere(Throwable failure) {
        if (failure.getCause() instanceof AlreadyExistsException) {
            return null;
        }
        throw failure instanceof CompletionException known ? known : new CompletionException(failure);
    }

    /** Leaves a group and deletes what was stored of it. */
    public CompletableFuture<Void> remove(RaftReplica<?> replica) {
        RaftGroupId group = RaftGroupId.valueOf(replica.group());
        replicas.remove(group);
        GroupManagementRequest request =
                GroupManagementRequest.newRemove(clientId, peerId(), nextCallId(), group, true, false);
        return administer(server -> server.groupManagementAsync(request));
    }

    @Override
    public void close() throws IOException {
        close(CLOSING);
    }

    /**
     * Closes the engine, but waits no longer than that. Ratis 3.3.0 can lock itself up when it stops: a log that is closed
     * holds its lock and joins a thread that waits for the same lock ({@code SegmentedRaftLog.checkAndEvictCache}).
     * Nothing is lost then: what was acknowledged is on disk.
     */
    void close(Duration patience) throws IOException {
        closing = true;
        reconnection.close();
        RaftServer running = server;
        if (running != null && !closeWithin(patience, running)) {
            log.warn("the engine does not stop; going on without it");
        }
        snapshots.shutdown();
    }

    private static boolean closeWithin(Duration patience, RaftServer running) throws IOException {
        FutureTask<?> closing = new FutureTask<>(() -> {
            running.close();
            return null;
        });
        Thread.ofPlatform().daemon().name("closing").start(closing);
        try {
            closing.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IOException("the engine did not stop properly", e.getCause());
        }
    }

    Snapshotter newSnapshotter(Runnable afterwards) {
        return new Snapshotter(settings.snapshotBytes(), snapshots, afterwards);
    }

    ClientId clientId() {
        return clientId;
    }

    RaftPeerId peerId() {
        return RaftPeerId.valueOf(settings.id());
    }

    long nextCallId() {
        return callIds.incrementAndGet();
    }

    RaftServer server() {
        RaftServer running = server;
        if (running == null) {
            throw new IllegalStateException("the node is not started");
        }
        return running;
    }

    RaftServer.Division division(RaftGroupId group) {
        try {
            return server().getDivision(group);
        } catch (IOException e) {
            throw new IllegalStateException("group " + group.getUuid() + " is not open on this server", e);
        }
    }

    /**
     * Hands a write to the group on the caller's thread. The public way through the server would hop to a pool of
     * threads, where two proposals could overtake each other.
     */
    CompletableFuture<RaftClientReply> submit(RaftClientRequest request) {
        try {
            RaftServer.Division division = server().getDivision(request.getRaftGroupId());
            return ((RaftClientAsynchronousProtocol) division).submitClientRequestAsync(request);
        } catch (IOException | RuntimeException e) {
            // Also what the engine never should throw: the caller waits for an answer.
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletableFuture<Void> administer(
            CheckedFunction<RaftServer, CompletableFuture<RaftClientReply>, IOException> request) {
        try {
            return request.apply(server()).thenAccept(reply -> {
                if (reply.getException() != null) {
                    throw new CompletionException(reply.getException());
                }
            });
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    DiskFilter disk() {
        return settings.disk();
    }

    /** Fine if it was us who closed or removed it. Otherwise the process would go on without a part of it. */
    void replicaShutDown(UUID group) {
        if (!closing && replicas.containsKey(RaftGroupId.valueOf(group))) {
            fail("group " + group + " was closed", new IllegalStateException("the engine gave no reason"));
        }
    }

    void fail(String what, Throwable cause) {
        log.error("{}", what, cause);
        fatal.accept(what, cause);
    }

    void warn(String what, Throwable cause) {
        log.warn("{}", what, cause);
    }

    /** The other members of the groups here that know no leader. */
    private Set<RaftPeerId> leaderlessPeers() {
        Set<RaftPeerId> peers = new HashSet<>();
        for (RaftGroupId group : server().getGroupIds()) {
            RaftServer.Division division = division(group);
            if (division.getInfo().getLeaderId() == null) {
                division.getRaftConf().getCurrentPeers().forEach(peer -> peers.add(peer.getId()));
            }
        }
        peers.remove(peerId());
        return peers;
    }

    /** Ratis would end the process by itself, with a stack trace. */
    private void requireFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "can't listen on %s:%d, the port for other servers: it is taken by another process (%s)",
                            settings.host(),
                            settings.port(),
                            e.getMessage()),
                    e);
        }
    }

    private StateMachine machine(RaftGroupId group) {
        RaftReplica<?> replica = replicas.get(group);
        if (replica == null) {
            throw new IllegalStateException("group " + group.getUuid() + " is stored here but was not announced");
        }
        return replica.machine();
    }

    /** The folder of the group that an exception of the engine speaks of, by the end of its id. */
    private Path troubledFolder(Throwable failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (UUID group : storedGroups(settings.folder())) {
                String shortName = RaftGroupId.valueOf(group).toString();
                if (String.valueOf(cause.getMessage()).contains(shortName)) {
                    return settings.folder().resolve(group.toString());
                }
            }
        }
        return settings.folder();
    }

    private static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private SupportedRpcType rpcType() {
        return switch (settings.transport()) {
            case GRPC -> SupportedRpcType.GRPC;
            case NETTY -> SupportedRpcType.NETTY;
        };
    }
}
