package dev.nestor.broker;

import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Puts many documents, thousands of them under way at a time. What fails for want of a leader is sent again until it is
 * stored, and nothing new is sent meanwhile; as putting a document twice is as good as once, nothing is lost or doubled.
 * Of two puts of one key the later one wins: it is not sent before the earlier one is stored.
 *
 * <p>For one thread, the sender; {@link Refusals} is called by others.
 */
public final class BulkWriter implements AutoCloseable {
    private static final int WINDOW_RECORDS = 16_384;
    private static final long WINDOW_BYTES = 32 << 20;
    private static final int FLUSHED_TOGETHER = 256;
    private static final int FLUSHED_AT_LATEST = 4096;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    /** A server that is silent that long is taken for dead: what was sent to it is sent to another. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final Transport transport;
    private final Members members;
    private final ClusterSettings settings;
    private final CountDownLatch end;
    private final Refusals refusals;
    private volatile StatefulRedisClusterConnection<byte[], byte[]> connection;

    private final Map<Key, Pending> underWay = new ConcurrentHashMap<>(2 * WINDOW_RECORDS);
    private final Queue<Pending> failed = new ConcurrentLinkedQueue<>();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Thread sender = Thread.currentThread();
    private volatile boolean senderWaits;
    private volatile String trouble = "";
    private int unflushed;

    /** Gets what servers refuse to store. */
    @FunctionalInterface
    public interface Refusals {
        /**
         * A document that was refused.
         *
         * @param tag what the sender gave with it
         * @param reason in the server's words
         */
        void refused(long tag, String reason);
    }

    /** A document under way. */
    private final class Pending implements BulkCommand.Listener {
        private final long tag;
        private final Key key;
        private final byte[] json;
        private volatile @Nullable BulkCommand sent;

        Pending(long tag, Key key, byte[] json) {
            this.tag = tag;
            this.key = key;
            this.json = json;
        }

        int weight() {
            return key.bytes().length + json.length;
        }

        void send() {
            BulkCommand command = new BulkCommand(key, json, this);
            sent = command;
            connection.dispatch(command);
        }

        void abandon(String why) {
            BulkCommand command = sent;
            if (command != null && command.abandon()) {
                again(this, why);
            }
        }

        @Override
        public void stored() {
            stored.incrementAndGet();
            forget(this);
        }

        @Override
        public void refused(String line) {
            settle(Lettuce.meaning(ReplyOutput.failure(line), transport.leader(key.slot())));
        }

        @Override
        public void failed(Throwable failure) {
            settle(Lettuce.meaning(failure, transport.leader(key.slot())));
        }

        private void settle(Attempt attempt) {
            switch (attempt) {
                case Attempt.Answered answered -> refuse(this, answered.reply());
                case Attempt.NothingDone(String why) -> again(this, why);
                case Attempt.Unknown(String why) -> again(this, why);
            }
        }
    }

    BulkWriter(Transport transport, Members members, ClusterSettings settings, CountDownLatch end, Refusals refusals)
            throws Unavailable {
        this.transport = transport;
        this.members = members;
        this.settings = settings;
        this.end = end;
        this.refusals = refusals;
        this.connection = connect();
    }

    private StatefulRedisClusterConnection<byte[], byte[]> connect() throws Unavailable {
        StatefulRedisClusterConnection<byte[], byte[]> fresh = transport.another();
        fresh.setAutoFlushCommands(false);
        return fresh;
    }

    /**
     * Puts a document; waits while too many are under way.
     *
     * @param tag comes back if the document is refused
     * @throws Unavailable if nothing could be stored for the time of the deadline
     */
    public void put(long tag, Key key, byte[] json) throws ClusterException {
        Pending pending = new Pending(tag, key, json);
        while (isFull() || underWay.putIfAbsent(key, pending) != null) {
            await(this::hasRoomFor, key);
        }
        records.incrementAndGet();
        bytes.addAndGet(pending.weight());
        pending.send();
        if (++unflushed >= FLUSHED_AT_LATEST) {
            flush();
        }
    }

    /**
     * Waits until all that was put is stored or refused.
     *
     * @throws Unavailable if nothing could be stored for the time of the deadline
     */
    public void finish() throws ClusterException {
        await(_ -> underWay.isEmpty(), Key.EMPTY);
    }

    /** How many documents are stored. */
    public long stored() {
        return stored.get();
    }

    /** How many documents were refused. */
    public long refused() {
        return refused.get();
    }

    /** Why nothing can be stored at the moment; empty when all is well. */
    public String trouble() {
        return failed.isEmpty() ? "" : trouble;
    }

    private boolean isFull() {
        return records.get() >= WINDOW_RECORDS || bytes.get() >= WINDOW_BYTES || !failed.isEmpty();
    }

    private boolean hasRoomFor(Key key) {
        return !isFull() && !underWay.containsKey(key);
    }

    private void flush() {
        connection.flushCommands();
        unflushed = 0;
    }

    private void refuse(Pending pending, Reply reply) {
        refused.incrementAndGet();
        String reason = reply instanceof Failure failure ? failure.message() : reply.toString();
        refusals.refused(pending.tag, reason);
        forget(pending);
    }

    private void again(Pending pending, String why) {
        trouble = why;
        failed.add(pending);
        wakeSender();
    }

    private void forget(Pending pending) {
        underWay.remove(pending.key);
        bytes.addAndGet(-pending.weight());
        long left = records.decrementAndGet();
        if (left % FLUSHED_TOGETHER == 0) {
            // On Lettuce's own thread this costs least: there, writing to a connection needs no task for each request.
            connection.flushCommands();
        }
        if (left == 0 || left == WINDOW_RECORDS / 2) {
            wakeSender();
        }
    }

    private void wakeSender() {
        if (senderWaits) {
            LockSupport.unpark(sender);
        }
    }

    /** What the sender waits for. */
    @FunctionalInterface
    private interface Condition {
        boolean holdsFor(Key key);
    }

    private void await(Condition condition, Key key) throws ClusterException {
        flush();
        Deadline giveUp = Deadline.in(settings.deadline());
        Deadline silence = Deadline.in(SILENCE);
        Backoff backoff = new Backoff(Deadline.in(Duration.ofDays(1)), end);
        long before = stored.get() + refused.get();
        while (!condition.holdsFor(key)) {
            if (failed.isEmpty()) {
                pause();
            } else {
                backoff.pause();
                sendAgain();
            }
            long now = stored.get() + refused.get();
            if (now != before) {
                before = now;
                giveUp = Deadline.in(settings.deadline());
                silence = Deadline.in(SILENCE);
            } else if (silence.hasPassed()) {
                abandon();
                silence = Deadline.in(SILENCE);
            }
            if (giveUp.hasPassed()
                    || end.getCount() == 0
                    || Thread.currentThread().isInterrupted()) {
                throw new Unavailable(
                        "Nothing could be stored for " + settings.deadline().toSeconds() + " s: " + reason());
            }
        }
    }

    private void pause() {
        senderWaits = true;
        LockSupport.parkNanos(this, LOOK_AGAIN.toNanos());
        senderWaits = false;
        // A redirect that Lettuce follows waits for this as well.
        flush();
    }

    private void sendAgain() {
        transport.refresh();
        int count = failed.size();
        for (int i = 0; i < count; i++) {
            Pending pending = failed.poll();
            if (pending != null) {
                pending.send();
            }
        }
        flush();
    }

    /** Takes everything that was sent for lost, and the connections with it: they would keep it for ever. */
    private void abandon() {
        transport.refresh();
        underWay.values().forEach(pending -> pending.abandon("a server does not answer"));
        connection.close();
        try {
            connection = connect();
        } catch (Unavailable e) {
            // The next attempts fail at once, and are repeated like any other.
            trouble = String.valueOf(e.getMessage());
        }
    }

    private String reason() {
        return members.now(Deadline.in(SILENCE))
                .flatMap(status -> status.partitions().stream()
                        .filter(partition -> partition.leader().isEmpty())
                        .findFirst()
                        .map(partition -> Members.describe(partition, status)))
                .orElse(trouble);
    }

    @Override
    public void close() {
        connection.close();
    }
}
