package dev.nestor.server.net;

import dev.nestor.protocol.Reply;
import dev.nestor.server.command.Clients;
import dev.nestor.server.command.ClusterAdmin;
import dev.nestor.server.command.ClusterFacts;
import dev.nestor.server.command.Credentials;
import dev.nestor.server.command.ServerFacts;
import dev.nestor.server.command.Surroundings;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A server of which commands learn no more than that it has no cluster, who is connected, and its traffic. */
final class TestFacts implements ServerFacts, ClusterFacts, ClusterAdmin {
    private final TrafficCounters traffic;

    /** What NESTOR.CREATE waits for. */
    final CompletableFuture<Reply> created = new CompletableFuture<>();

    TestFacts(TrafficCounters traffic) {
        this.traffic = traffic;
    }

    Surroundings surroundings(Clients clients, Credentials credentials) {
        return new Surroundings(this, () -> {}, clients, credentials, this, this, new Random(1));
    }

    @Override
    public Identity identity() {
        return new Identity("0.1.0", "f".repeat(40), 9000, 0);
    }

    @Override
    public Traffic traffic() {
        return traffic.traffic(10_000, 0);
    }

    @Override
    public Memory memory() {
        return new Memory(1, 1, 1, 1);
    }

    @Override
    public Processor processor() {
        return new Processor(0, 0);
    }

    @Override
    public List<PartitionFacts> partitions() {
        return List.of();
    }

    @Override
    public boolean isLoading() {
        return false;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>();
    }

    @Override
    public Server me() {
        return new Server("e".repeat(40), "127.0.0.1", 9000, 19000, State.UP);
    }

    @Override
    public ClusterFacts.@Nullable Map map() {
        return null;
    }

    @Override
    public CompletionStage<Reply> create(int copies, int partitions, List<Address> servers) {
        return created;
    }

    @Override
    public CompletionStage<Reply> join(Address server) {
        return CompletableFuture.failedFuture(new IllegalStateException("joining is broken"));
    }

    @Override
    public CompletionStage<Reply> remove(Address server) {
        return CompletableFuture.completedFuture(Reply.OK);
    }

    @Override
    public CompletionStage<Reply> peer(byte[] message) {
        return CompletableFuture.completedFuture(Reply.bulk(message));
    }
}
