package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Writes key after key, each once, and remembers those that were acknowledged. */
final class Writer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UnifiedJedis client;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong longestGapNanos = new AtomicLong();
    private final Thread thread;

    private Writer(UnifiedJedis client) {
        this.client = client;
        this.thread = Thread.ofPlatform().name("writer").start(this::write);
    }

    static Writer start(UnifiedJedis client) {
        return new Writer(client);
    }

    /** The longest time between two acknowledgements so far. */
    long longestGapMillis() {
        return longestGapNanos.get() / 1_000_000;
    }

    /** What the client handed to the program instead of an acknowledgement. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Waits until more writes than now are acknowledged. */
    void awaitMore(int more) {
        int before = acknowledged.size();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.size() >= before + more);
    }

    /** Every acknowledged write must be there. */
    void verify() {
        List<String> keys = new ArrayList<>(acknowledged);
        assertThat(keys).isNotEmpty();
        for (String key : keys) {
            assertThat(read(client, key)).isEqualTo(valueOf(key));
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop.set(true);
        thread.join(PATIENCE);
        assertThat(thread.isAlive()).isFalse();
    }

    private void write() {
        long last = System.nanoTime();
        for (int i = 0; !stop.get(); i++) {
            String key = "key" + i;
            try {
                client.set(key, valueOf(key));
            } catch (JedisException unavailable) {
                // Whether it took effect is not known, and so nothing is promised about this key.
                refusals.add(String.valueOf(unavailable.getMessage()));
                continue;
            }
            acknowledged.add(key);
            long now = System.nanoTime();
            longestGapNanos.accumulateAndGet(now - last, Math::max);
            last = now;
        }
    }

    /** What is there, once there is a leader to ask. */
    private static String read(UnifiedJedis client, String key) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> String.valueOf(client.get(key)), value -> true);
    }

    private static String valueOf(String key) {
        return "value of " + key;
    }
}
