package dev.nestor.server.net;

import dev.nestor.server.command.Commands;
import dev.nestor.server.command.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A server with all commands over partitions in memory. */
final class TestServer implements AutoCloseable {
    static final int EVENT_LOOPS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final MemoryPartitions partitions;
    final ClientRegistry clients = new ClientRegistry();
    final TrafficCounters traffic = new TrafficCounters();
    final TestFacts facts = new TestFacts(traffic);
    private final RespServer server;

    TestServer(int partitions) throws IOException {
        this(partitions, ConnectionLimits.DEFAULT, 100, Credentials.NONE, planner -> planner);
    }

    TestServer(
            int count, ConnectionLimits limits, int maxClients, Credentials credentials, UnaryOperator<Planner> wrapped)
            throws IOException {
        partitions = new MemoryPartitions(count);
        Commands commands = new Commands(facts.surroundings(clients, credentials));
        RespSettings settings = new RespSettings("127.0.0.1", 0, maxClients, EVENT_LOOPS, limits);
        server = RespServer.open(settings, wrapped.apply(commands::plan), partitions, credentials, clients, traffic);
    }

    RespServer server() {
        return server;
    }

    Client connect() throws IOException {
        return new Client(server.address());
    }

    @Override
    public void close() {
        server.close(PATIENCE);
    }
}
