package dev.nestor.server;

import dev.nestor.server.cluster.Member;
import dev.nestor.server.cluster.ServerEntry;
import dev.nestor.server.cluster.ServerFolder;
import dev.nestor.server.command.Commands;
import dev.nestor.server.command.Credentials;
import dev.nestor.server.command.ServerFacts;
import dev.nestor.server.command.Surroundings;
import dev.nestor.server.net.ClientRegistry;
import dev.nestor.server.net.PeerClient;
import dev.nestor.server.net.RespServer;
import dev.nestor.server.net.RespSettings;
import dev.nestor.server.net.TrafficCounters;
import dev.nestor.server.raft.RaftNode;
import dev.nestor.server.raft.RaftSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server. {@link #start} returns when it serves; {@link #close} hands leadership over, finishes what is under
 * way and stops.
 */
public final class NestorServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NestorServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ID_BYTES = 20;

    private final ServerSettings settings;
    private final ServerFolder folder;
    private final RaftNode node;
    private final PeerClient peers = new PeerClient();
    private final Member member;
    private final DiskSpace space;
    private final Expirer expirer;
    private final TrafficCounters traffic = new TrafficCounters();
    private final ClientRegistry clients = new ClientRegistry();
    private final RespServer resp;

    /**
     * Starts a server.
     *
     * @param conditions {@link Conditions#NORMAL} but in fault drills
     * @param shutDown called when a client asks for the end, and when the server can't go on, then with the reason
     * @throws IOException in words for people, if the port is taken or what is stored can't be used
     */
    public static NestorServer start(ServerSettings settings, String version, Conditions conditions, ShutDown shutDown)
            throws IOException {
        ServerFolder folder = ServerFolder.open(settings.folder());
        try {
            return new NestorServer(settings, version, conditions, shutDown, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Ends the process. */
    public interface ShutDown {
        /** Somebody asked for it. */
        void orderly();

        /** The server can't be relied on any more. */
        void failed(String reason);
    }

    private NestorServer(
            ServerSettings settings, String version, Conditions conditions, ShutDown shutDown, ServerFolder folder)
            throws IOException {
        this.settings = settings;
        this.folder = folder;
        InstantSource clock = InstantSource.system();
        BiConsumer<String, Throwable> fatal = (what, cause) -> shutDown.failed(what + ": " + cause.getMessage());
        this.node = new RaftNode(raftSettings(settings, conditions, folder), fatal);
        this.member = new Member(folder, node, peers::ask, conditions.peers(), clock);
        member.recall();
        this.space = new DiskSpace(settings.folder(), conditions.freeBytes());
        this.expirer = new Expirer(member, space, clock);
        this.resp = RespServer.open(
                respSettings(),
                new Commands(surroundings(version, shutDown, clock))::plan,
                new ServedPartitions(member, space),
                Credentials.NONE,
                clients,
                traffic);
        try {
            member.start();
        } catch (IOException | RuntimeException e) {
            stopServing();
            throw e;
        }
        space.start();
        expirer.start();
        log.info("server {} listens on {}, data in {}", folder.id(), resp.address(), settings.folder());
    }

    /** The cluster as this server sees it. */
    public Member member() {
        return member;
    }

    @Override
    public void close() throws IOException {
        log.info("server {} stops", folder.id());
        expirer.close();
        space.close();
        member.handOver();
        stopServing();
        member.close();
        node.close();
        folder.close();
        log.info("server {} has stopped", folder.id());
    }

    private void stopServing() {
        resp.close(PATIENCE);
        peers.close();
    }

    private Surroundings surroundings(String version, ShutDown shutDown, InstantSource clock) {
        ServerFacts.Identity identity = new ServerFacts.Identity(version, newRunId(), settings.port(), clock.millis());
        return new Surroundings(
                new ServerReport(
                        identity,
                        member,
                        () -> traffic.traffic(respSettings().maxClients(), expirer.expiredKeys()),
                        configuration()),
                shutDown::orderly,
                clients,
                Credentials.NONE,
                new ClusterView(member, new ServerEntry(folder.id(), settings.host(), settings.port())),
                new ClusterOrders(member),
                new SecureRandom());
    }

    private RespSettings respSettings() {
        return new RespSettings(settings.host(), settings.port());
    }

    private SortedMap<String, String> configuration() {
        SortedMap<String, String> told = new TreeMap<>();
        told.put("bind", settings.host());
        told.put("port", Integer.toString(settings.port()));
        told.put("dir", settings.folder().toAbsolutePath().toString());
        told.put("appendonly", "yes");
        told.put("appendfsync", "always");
        told.put("cluster-enabled", "yes");
        told.put("databases", "1");
        told.put("maxmemory", "0");
        told.put("save", "");
        told.put("timeout", "0");
        return told;
    }

    private static RaftSettings raftSettings(ServerSettings settings, Conditions conditions, ServerFolder folder) {
        return new RaftSettings(
                folder.id(),
                settings.host(),
                settings.port() + ServerEntry.RAFT_PORT_OFFSET,
                folder.raft(),
                settings.transport(),
                conditions.segmentBytes(),
                conditions.snapshotBytes(),
                conditions.peers(),
                conditions.disk());
    }

    private static String newRunId() {
        byte[] drawn = new byte[ID_BYTES];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
