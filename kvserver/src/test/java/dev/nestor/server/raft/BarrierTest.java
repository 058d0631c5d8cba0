package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BarrierTest {
    private final List<CompletableFuture<Object>> proofs = new ArrayList<>();
    private final Barrier barrier = new Barrier(() -> {
        CompletableFuture<Object> proof = new CompletableFuture<>();
        proofs.add(proof);
        return proof;
    });

    @Test
    void nobody_passes_before_the_proof() {
        CompletableFuture<Void> passing = barrier.pass();
        assertThat(proofs).hasSize(1);
        assertThat(passing).isNotDone();
        proofs.getFirst().complete("proven");
        assertThat(passing).isCompleted();
    }

    @Test
    void who_comes_while_a_proof_runs_shares_the_next_one() {
        CompletableFuture<Void> first = barrier.pass();
        CompletableFuture<Void> second = barrier.pass();
        CompletableFuture<Void> third = barrier.pass();
        assertThat(proofs).hasSize(1);
        proofs.getFirst().complete("proven");
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();
        assertThat(proofs).hasSize(2);
        proofs.getLast().complete("proven");
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
    }

    @Test
    void a_proof_that_fails_fails_those_who_waited_for_it_alone() {
        CompletableFuture<Void> first = barrier.pass();
        CompletableFuture<Void> second = barrier.pass();
        proofs.getFirst().completeExceptionally(new IllegalStateException("lost"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isNotDone();
        proofs.getLast().complete("proven");
        assertThat(second).isCompleted();
    }

    @Test
    void a_proof_in_advance_counts_for_nobody_who_comes_later() {
        barrier.passUnlessRunning();
        barrier.passUnlessRunning();
        CompletableFuture<Void> passing = barrier.pass();
        assertThat(proofs).hasSize(1);
        proofs.getFirst().complete("proven");
        assertThat(passing).isNotDone();
        assertThat(proofs).hasSize(2);
    }
}
