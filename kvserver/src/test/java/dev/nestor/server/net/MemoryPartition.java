package dev.nestor.server.net;

import dev.nestor.server.store.LogEntry;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.Store;
import dev.nestor.server.store.StoreView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A partition of one replica without a log. Writes and confirmations are done when a test says so, or at once while it
 * is {@link #automatic}.
 */
final class MemoryPartition implements ServedPartition {
    private record Queued(Operation operation, WriteListener listener) {}

    private final int number;
    private final int firstSlot;
    private final int lastSlot;
    private final Store store = new Store();
    private final Deque<Queued> queued = new ArrayDeque<>();
    private final List<CompletableFuture<Void>> confirmations = new ArrayList<>();
    private boolean automatic = true;
    private int confirmationsAsked;
    private int mostWaiting;
    volatile boolean leading = true;
    volatile boolean leased = true;

    /** What is said of the lease instead of {@link #leased}, or null. */
    volatile @Nullable BooleanSupplier lease;

    /** Whether nobody is known to lead it when it is not led here. */
    volatile boolean leaderless;

    volatile boolean broken;

    /** How every write fails, or null when they don't. */
    volatile @Nullable WriteFailure failing;

    MemoryPartition(int number, int firstSlot, int lastSlot) {
        this.number = number;
        this.firstSlot = firstSlot;
        this.lastSlot = lastSlot;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int firstSlot() {
        return firstSlot;
    }

    @Override
    public int lastSlot() {
        return lastSlot;
    }

    @Override
    public StoreView view() {
        return store.view();
    }

    @Override
    public boolean leads() {
        return leading;
    }

    @Override
    public boolean mayRead() {
        BooleanSupplier told = lease;
        return leading && (told == null ? leased : told.getAsBoolean());
    }

    @Override
    public synchronized CompletableFuture<Void> confirmLeadership() {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        confirmationsAsked++;
        CompletableFuture<Void> confirmation = new CompletableFuture<>();
        confirmations.add(confirmation);
        return confirmation;
    }

    @Override
    public synchronized void write(Operation operation, WriteListener listener) {
        if (failing != null) {
            listener.failed(failing);
            return;
        }
        queued.add(new Queued(operation, listener));
        mostWaiting = Math.max(mostWaiting, queued.size());
    }

    @Override
    public synchronized void send() {
        if (automatic) {
            applyAll();
        }
    }

    /** From now on writes wait until they are let through. */
    synchronized void hold() {
        automatic = false;
    }

    /** Lets through what waits and all that will come. */
    synchronized void letGo() {
        automatic = true;
        applyAll();
    }

    synchronized int waitingWrites() {
        return queued.size();
    }

    /** How many writes have waited at the same time. */
    synchronized int mostWaiting() {
        return mostWaiting;
    }

    synchronized int confirmationsAsked() {
        return confirmationsAsked;
    }

    synchronized int openConfirmations() {
        return confirmations.size();
    }

    private void applyAll() {
        apply(queued.size());
    }

    /** Lets through the first of those that wait, in one entry. */
    synchronized void apply(int count) {
        List<Queued> batch = new ArrayList<>();
        while (batch.size() < count && !queued.isEmpty()) {
            batch.add(queued.remove());
        }
        Outcome[] outcomes = store.apply(new LogEntry(
                System.currentTimeMillis(),
                batch.stream().map(Queued::operation).toList()));
        for (int i = 0; i < outcomes.length; i++) {
            batch.get(i).listener().written(outcomes[i]);
        }
    }

    /** Lets the first of those that wait fail, if any waits. */
    synchronized void fail(WriteFailure reason) {
        Queued first = queued.poll();
        if (first != null) {
            first.listener().failed(reason);
        }
    }

    synchronized void confirm() {
        confirmations.forEach(confirmation -> confirmation.complete(null));
        confirmations.clear();
    }

    synchronized void refuseToConfirm() {
        confirmations.forEach(
                confirmation -> confirmation.completeExceptionally(new CompletionException("not the leader", null)));
        confirmations.clear();
    }
}
