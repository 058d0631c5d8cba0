package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.server.command.ClusterFacts.Partition;
import dev.nestor.server.command.ClusterFacts.Server;
import dev.nestor.server.command.ClusterFacts.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A server that is what a test says it is. */
final class TestSurroundings implements ServerFacts, ClusterFacts, ClusterAdmin, Clients {
    static final String ME = "a".repeat(40);
    static final String SECOND = "b".repeat(40);
    static final String THIRD = "c".repeat(40);

    final List<Session> sessions = new ArrayList<>();
    Credentials credentials = Credentials.NONE;
    ClusterFacts.@Nullable Map map = threeServers();
    int shutDowns;

    Surroundings get() {
        return new Surroundings(this, () -> shutDowns++, this, credentials, this, this, new Random(1));
    }

    /** Three servers and as many partitions: the second has no leader, and the third server is down. */
    static ClusterFacts.Map threeServers() {
        return new ClusterFacts.Map(
                "d".repeat(40),
                5,
                2,
                List.of(
                        new Server(ME, "127.0.0.1", 9000, 19000, State.UP),
                        new Server(SECOND, "127.0.0.1", 9001, 19001, State.UP),
                        new Server(THIRD, "127.0.0.1", 9002, 19002, State.DOWN)),
                List.of(
                        new Partition(0, 0, 5460, ME, List.of(SECOND, ME)),
                        new Partition(1, 5461, 10922, null, List.of(SECOND, THIRD)),
                        new Partition(2, 10923, 16383, SECOND, List.of(SECOND, ME, THIRD))));
    }

    @Override
    public Identity identity() {
        return new Identity("0.1.0", "e".repeat(40), 9000, TestServer.START_MILLIS - 90_000);
    }

    @Override
    public Traffic traffic() {
        return new Traffic(2, 10_000, 30, 1, 400, 50, 6_000, 7_000, 80, 20, 9);
    }

    @Override
    public Memory memory() {
        return new Memory(50 << 20, 100 << 20, 60 << 20, 512 << 20);
    }

    @Override
    public Processor processor() {
        return new Processor(1.5, 2.25);
    }

    @Override
    public List<PartitionFacts> partitions() {
        return List.of(
                new PartitionFacts(
                        0, 0, 5460, Role.LEADER, "127.0.0.1:9000", new LogProgress(3, 20, 21), 12, 0xABCL, 3, 1, 333),
                new PartitionFacts(
                        2, 10923, 16383, Role.FOLLOWER, null, new LogProgress(4, 9, 300), 7, 0xDEFL, 5, 0, 555));
    }

    @Override
    public boolean isLoading() {
        return false;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(java.util.Map.of("appendonly", "yes", "databases", "1", "save", "", "timeout", "0"));
    }

    @Override
    public Server me() {
        return new Server(ME, "127.0.0.1", 9000, 19000, State.UP);
    }

    @Override
    public ClusterFacts.@Nullable Map map() {
        return map;
    }

    @Override
    public CompletionStage<Reply> create(int copies, int partitions, List<Address> servers) {
        return done("created %d %d %s".formatted(copies, partitions, servers));
    }

    @Override
    public CompletionStage<Reply> join(Address server) {
        return done("joined " + server);
    }

    @Override
    public CompletionStage<Reply> remove(Address server) {
        return done("removed " + server);
    }

    @Override
    public CompletionStage<Reply> peer(byte[] message) {
        return CompletableFuture.completedFuture(
                Reply.bulk("heard " + new String(message, java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static CompletionStage<Reply> done(String what) {
        return CompletableFuture.completedFuture(new Reply.Simple(what));
    }

    @Override
    public List<Session> sessions() {
        return sessions;
    }
}
