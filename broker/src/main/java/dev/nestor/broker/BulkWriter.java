package dev.nestor.broker;

import dev.nestor.broker.Batch.Document;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.protocol.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Puts many documents, in batches, thousands of documents under way at a time. What fails for want of a leader is sent
 * again until it is stored, and nothing new is sent meanwhile; as putting a document twice is as good as once, nothing is
 * lost or doubled. A batch that is refused is parted, until nothing but what servers refuse by itself is refused. Of two
 * puts of one key the later one wins: it is not sent before the earlier one is stored.
 *
 * <p>For one thread, which calls {@link Refusals} as well.
 */
public final class BulkWriter implements AutoCloseable {
    private static final int WINDOW_RECORDS = 16_384;
    private static final long WINDOW_BYTES = 32 << 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** A server that is silent that long is taken for dead: what was sent to it is sent to another. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final Transport transport;
    private final Members members;
    private final ClusterSettings settings;
    private final CountDownLatch end;
    private final Refusals refusals;

    /** All that is neither stored nor refused: it waits for others of its batch, is sent, or failed. */
    private final Set<Key> unsettled = new HashSet<>(2 * WINDOW_RECORDS);

    private final Batches waiting;
    private final UnderWay underWay;
    private final Queue<Batch> failed = new ArrayDeque<>();
    private long bytes;
    private long answers;
    private final AtomicLong stored = new AtomicLong();
    private long refused;
    private String trouble = "";
    private Runnable waiter = () -> {};

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

    BulkWriter(Transport transport, Members members, ClusterSettings settings, CountDownLatch end, Refusals refusals)
            throws Unavailable {
        this.transport = transport;
        this.members = members;
        this.settings = settings;
        this.end = end;
        this.refusals = refusals;
        this.waiting = new Batches(members.last());
        this.underWay = new UnderWay(transport);
    }

    /** Who is called again and again while {@link #put} or {@link #finish} waits, by the thread that waits. */
    public void whileWaiting(Runnable runnable) {
        waiter = runnable;
    }

    /**
     * Puts a document; waits while too many are under way. Before {@link #finish} it need not be sent.
     *
     * @param tag comes back if the document is refused
     * @throws Unavailable if nothing could be stored for the time of the deadline, or the thread was interrupted
     */
    public void put(long tag, Key key, byte[] json) throws ClusterException {
        if (isFull()) {
            await(() -> !isFull());
        }
        if (unsettled.contains(key)) {
            waiting.take(key).ifPresent(this::send);
            await(() -> !isFull() && !unsettled.contains(key));
        }
        unsettled.add(key);
        Document document = new Document(tag, key, json);
        bytes += document.weight();
        waiting.add(document).ifPresent(this::send);
    }

    /**
     * Waits until all that was put is stored or refused.
     *
     * @throws Unavailable if nothing could be stored for the time of the deadline, or the thread was interrupted
     */
    public void finish() throws ClusterException {
        sendWaiting();
        await(unsettled::isEmpty);
    }

    /** How many documents are stored. For any thread. */
    public long stored() {
        return stored.get();
    }

    /** How many documents were refused. */
    public long refused() {
        return refused;
    }

    /** Why nothing can be stored at the moment; empty when all is well. */
    public String trouble() {
        return failed.isEmpty() ? "" : trouble;
    }

    private boolean isFull() {
        return unsettled.size() >= WINDOW_RECORDS || bytes >= WINDOW_BYTES || !failed.isEmpty();
    }

    private void send(Batch batch) {
        underWay.send(batch);
        settleEnded();
    }

    private void sendWaiting() {
        waiting.takeAll().forEach(this::send);
    }

    private void settleEnded() {
        for (UnderWay.End ended = underWay.poll(); ended != null; ended = underWay.poll()) {
            settle(ended);
        }
    }

    private void settle(UnderWay.End ended) {
        switch (ended.attempt()) {
            case Attempt.Answered answered -> settle(ended.batch(), answered);
            case Attempt.NothingDone(String why) -> fail(ended.batch(), why);
            case Attempt.Unknown(String why) -> fail(ended.batch(), why);
        }
    }

    private void settle(Batch batch, Attempt.Answered answered) {
        answers++;
        if (!(answered.reply() instanceof Failure failure)) {
            stored.addAndGet(batch.size());
            forget(batch);
        } else if (batch.isSingle()) {
            refused++;
            refusals.refused(batch.first().tag(), failure.message());
            forget(batch);
        } else {
            batch.halves().forEach(underWay::send);
        }
    }

    private void fail(Batch batch, String why) {
        trouble = why;
        failed.add(batch);
    }

    private void forget(Batch batch) {
        batch.documents().forEach(document -> unsettled.remove(document.key()));
        bytes -= batch.weight();
    }

    private void await(BooleanSupplier condition) throws ClusterException {
        Deadline giveUp = Deadline.in(settings.deadline());
        Deadline silence = Deadline.in(SILENCE);
        Backoff backoff = new Backoff(Deadline.in(Duration.ofDays(1)), end);
        settleEnded();
        while (!condition.getAsBoolean()) {
            long before = answers;
            if (failed.isEmpty()) {
                pause();
            } else {
                backoff.pause();
                sendAgain();
            }
            settleEnded();
            waiter.run();
            if (answers != before) {
                giveUp = Deadline.in(settings.deadline());
                silence = Deadline.in(SILENCE);
            } else if (silence.hasPassed()) {
                abandon();
                silence = Deadline.in(SILENCE);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new Unavailable("It was interrupted");
            }
            if (end.getCount() == 0) {
                throw new Unavailable("The connection to the cluster was closed");
            }
            if (giveUp.hasPassed()) {
                throw new Unavailable(
                        "Nothing could be stored for " + settings.deadline().toSeconds() + " s: " + reason());
            }
        }
    }

    /** Until something ends; what waits for others of its batch must not wait for ever. */
    private void pause() {
        if (underWay.isEmpty()) {
            sendWaiting();
        }
        try {
            UnderWay.End ended = underWay.poll(LOOK_AGAIN);
            if (ended != null) {
                settle(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAgain() {
        transport.refresh();
        for (int left = failed.size(); left > 0; left--) {
            underWay.send(failed.remove());
        }
    }

    private void abandon() {
        transport.refresh();
        try {
            underWay.abandon();
        } catch (Unavailable e) {
            // The next attempts fail at once, and are repeated like any other.
            trouble = String.valueOf(e.getMessage());
        }
    }

    private String reason() throws ClusterException {
        Optional<Partition> leaderless = members.now(Deadline.in(SILENCE)).stream()
                .flatMap(status -> status.partitions().stream())
                .filter(partition -> partition.leader().isEmpty())
                .findFirst();
        return leaderless.isPresent() ? members.describe(leaderless.get()) : trouble;
    }

    @Override
    public void close() {
        underWay.close();
    }
}
