package dev.nestor.server.raft;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets many callers share proofs of leadership. One proof runs at a time; whoever comes while it runs shares the next
 * one, because a proof says nothing about what happened after it began: a leader that was paused in between may find its
 * old proof confirmed long after others elected another leader. Thread-safe.
 */
final class Barrier {
    private final Supplier<CompletableFuture<?>> prove;
    private @Nullable CompletableFuture<Void> running;
    private @Nullable CompletableFuture<Void> next;

    /** @param prove starts one proof */
    Barrier(Supplier<CompletableFuture<?>> prove) {
        this.prove = prove;
    }

    /** Completes, or fails, with a proof that begins after the call. */
    CompletableFuture<Void> pass() {
        CompletableFuture<Void> mine;
        synchronized (this) {
            if (running != null) {
                if (next == null) {
                    next = new CompletableFuture<>();
                }
                return next;
            }
            mine = new CompletableFuture<>();
            running = mine;
        }
        start(mine);
        return mine;
    }

    /** Begins a proof unless one is running. */
    void passUnlessRunning() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        synchronized (this) {
            if (running != null) {
                return;
            }
            running = mine;
        }
        start(mine);
    }

    private void start(CompletableFuture<Void> proof) {
        var _ = prove.get().whenComplete((answer, failure) -> finish(proof, failure));
    }

    private void finish(CompletableFuture<Void> proof, @Nullable Throwable failure) {
        CompletableFuture<Void> following;
        synchronized (this) {
            following = next;
            running = following;
            next = null;
        }
        if (following != null) {
            start(following);
        }
        if (failure == null) {
            proof.complete(null);
        } else {
            proof.completeExceptionally(failure);
        }
    }
}
