package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoteGuardTest {
    private static final long SILENCE = 300;

    private final AtomicLong clock = new AtomicLong();
    private final VoteGuard guard = new VoteGuard(Duration.ofNanos(SILENCE), clock::get);

    private @Nullable String vote(String group) {
        return guard.<String, RuntimeException>vote(group, () -> "granted");
    }

    @Test
    void a_server_that_has_just_started_is_silent_as_if_it_had_heard_a_leader() {
        assertThat(vote("group")).isNull();
        clock.set(SILENCE - 1);
        assertThat(vote("group")).isNull();
        clock.set(SILENCE);
        assertThat(vote("group")).isEqualTo("granted");
    }

    @Test
    void who_heard_from_a_leader_is_silent_in_that_group_alone() {
        clock.set(1_000);
        guard.hear("group");
        clock.set(1_000 + SILENCE - 1);
        assertThat(vote("group")).isNull();
        assertThat(vote("other")).isEqualTo("granted");
        clock.set(1_000 + SILENCE);
        assertThat(vote("group")).isEqualTo("granted");
    }
}
