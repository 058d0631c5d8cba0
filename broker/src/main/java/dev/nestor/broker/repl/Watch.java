package dev.nestor.broker.repl;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks every second how the cluster is, and tells when that has changed and stays so for a moment. */
final class Watch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;
    /** Looks in a row that must agree, so that the passing states of an election are not told. */
    private static final int STEADY = 2;

    private final Cluster cluster;
    private final Consumer<String> listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon().factory());
    private List<String> told = List.of();
    private List<String> seen = List.of();
    private int times;

    Watch(Cluster cluster, Consumer<String> listener) {
        this.cluster = cluster;
        this.listener = listener;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<String> now = trouble();
        times = now.equals(seen) ? times + 1 : 1;
        seen = now;
        if (times == STEADY && !now.equals(told)) {
            told = now;
            listener.accept(now.isEmpty() ? "All servers and partitions are well again." : String.join("\n", now));
        }
    }

    private List<String> trouble() {
        try {
            return Trouble.in(cluster.status());
        } catch (ClusterException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
