package dev.nestor.server.net;

import dev.nestor.server.command.ServerFacts;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes through the server's connections. Safe for use by any thread. */
public final class TrafficCounters {
    private final AtomicInteger connected = new AtomicInteger();
    private final LongAdder received = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder inputBytes = new LongAdder();
    private final LongAdder outputBytes = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private volatile long commandsPerSecond;
    private long commandsBefore;

    /** The counters as they are now, with what is counted elsewhere. */
    public ServerFacts.Traffic traffic(int maxClients, long expiredKeys) {
        return new ServerFacts.Traffic(
                connected.get(),
                maxClients,
                received.sum(),
                rejected.sum(),
                commands.sum(),
                commandsPerSecond,
                inputBytes.sum(),
                outputBytes.sum(),
                hits.sum(),
                misses.sum(),
                expiredKeys);
    }

    /** How many connections were closed because their clients did not read. */
    public long droppedConnections() {
        return dropped.sum();
    }

    /** Counts a connection in, unless there are too many. */
    boolean admit(int maxClients) {
        received.increment();
        if (connected.incrementAndGet() <= maxClients) {
            return true;
        }
        connected.decrementAndGet();
        rejected.increment();
        return false;
    }

    void left() {
        connected.decrementAndGet();
    }

    void dropped() {
        dropped.increment();
    }

    void came(long bytes) {
        inputBytes.add(bytes);
    }

    void sent(long bytes) {
        outputBytes.add(bytes);
    }

    void processed(int count) {
        commands.add(count);
    }

    void looked(int found, int missing) {
        hits.add(found);
        misses.add(missing);
    }

    /** Takes the rate of commands; to be called once a second, by one thread. */
    void tick() {
        long now = commands.sum();
        commandsPerSecond = now - commandsBefore;
        commandsBefore = now;
    }
}
