package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaderLeaseTest {
    private static final long TERM = 7;

    private final LeaderLease lease = new LeaderLease();

    private static long ago(long nanos) {
        return System.nanoTime() - nanos;
    }

    @Test
    void begins_with_the_first_entry_that_was_proposed_in_the_term() {
        assertThat(lease.isValid()).isFalse();
        lease.lead(TERM);
        assertThat(lease.isValid()).isFalse();
        lease.prove(TERM - 1, ago(0));
        assertThat(lease.isValid()).isFalse();
        // In the future, so that a slow machine does not let it run out meanwhile.
        lease.prove(TERM, ago(-60_000_000_000L));
        assertThat(lease.isValid()).isTrue();
        assertThat(lease.isAging()).isFalse();
    }

    @Test
    void counts_from_the_proposal_and_not_from_the_commit() {
        lease.lead(TERM);
        lease.prove(TERM, ago(LeaderLease.LENGTH.toNanos()));
        assertThat(lease.isValid()).isFalse();
        assertThat(lease.isAging()).isTrue();
    }

    @Test
    void is_not_shortened_by_an_older_proof() {
        lease.lead(TERM);
        lease.prove(TERM, ago(-60_000_000_000L));
        lease.prove(TERM, ago(LeaderLease.LENGTH.toNanos()));
        assertThat(lease.isValid()).isTrue();
    }

    @Test
    void revoked_it_ends_and_no_late_proof_brings_it_back() {
        lease.lead(TERM);
        lease.prove(TERM, ago(-60_000_000_000L));
        lease.revoke();
        assertThat(lease.isValid()).isFalse();
        lease.prove(TERM, ago(-60_000_000_000L));
        assertThat(lease.isValid()).isFalse();
    }
}
