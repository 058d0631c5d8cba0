package dev.nestor.broker.repl;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks every second how the cluster is, and tells when that has changed and stays so for a moment. */
final class Watch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;
    /** Looks in a row that must agree, so that the passing states of an election are not told. */
    private static final int STEADY = 2;

    private final Supplier<List<String>> trouble;
    private final Notices notices;
    private final Consumer<String> listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon().factory());
    private List<String> seen = List.of();
    private int times;
    private @Nullable Future<?> looks;

    Watch(Supplier<List<String>> trouble, Notices notices, Consumer<String> listener) {
        this.trouble = trouble;
        this.notices = notices;
        this.listener = listener;
    }

    void start() {
        looks = thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One look. */
    void look() {
        List<String> now = trouble.get();
        times = now.equals(seen) ? times + 1 : 1;
        seen = now;
        if (times == STEADY && notices.isNews(now)) {
            listener.accept(now.isEmpty() ? "All servers and partitions are well again." : String.join("\n", now));
        }
    }

    @Override
    public void close() {
        if (looks != null) {
            looks.cancel(true);
        }
        thread.shutdownNow();
    }
}
