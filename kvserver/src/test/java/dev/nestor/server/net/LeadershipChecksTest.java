package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadershipChecksTest {
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final LeadershipChecks checks = new LeadershipChecks(loop);
    private final MemoryPartition partition = new MemoryPartition(0, 0, 16383);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        loop.shutdownGracefully().awaitUninterruptibly();
    }

    /** One tick of the event loop, and what it has scheduled behind itself. */
    private void tick(Runnable step) throws Exception {
        loop.submit(step).get();
        loop.submit(() -> {}).get();
    }

    private void ask(String asker) {
        checks.ask(partition, leads -> told.add(asker + " " + leads));
    }

    @Test
    void thoseWhoAskInOneTick_shareACheck_andThoseWhoAskMeanwhileTheNext() throws Exception {
        tick(() -> {
            ask("a");
            ask("b");
        });
        assertThat(partition.confirmationsAsked()).isEqualTo(1);
        tick(() -> ask("c"));
        tick(() -> ask("d"));
        assertThat(partition.confirmationsAsked()).isEqualTo(1);

        tick(partition::confirm);
        assertThat(told).containsExactly("a true", "b true");
        assertThat(partition.confirmationsAsked()).isEqualTo(2);

        tick(partition::refuseToConfirm);
        assertThat(told).containsExactly("a true", "b true", "c false", "d false");

        tick(() -> ask("e"));
        assertThat(partition.confirmationsAsked()).isEqualTo(3);
    }

    @Test
    void askerThatFails_keepsNobodyFromBeingTold() throws Exception {
        tick(() -> {
            checks.ask(partition, leads -> {
                throw new IllegalStateException("on purpose");
            });
            ask("a");
        });
        tick(partition::confirm);
        tick(() -> ask("b"));
        tick(partition::confirm);

        assertThat(told).containsExactly("a true", "b true");
    }

    @Test
    void aPartitionThatCannotEvenBeAsked_isNotLed() throws Exception {
        partition.broken = true;
        tick(() -> ask("a"));
        tick(() -> {});

        assertThat(told).containsExactly("a false");
    }
}
