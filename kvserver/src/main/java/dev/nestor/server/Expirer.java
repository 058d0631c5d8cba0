package dev.nestor.server;

import dev.nestor.server.cluster.Member;
import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.ProposalException;
import dev.nestor.server.raft.WriteListener;
import dev.nestor.server.store.KeyOperation;
import dev.nestor.server.store.Outcome;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes records whose time has come from the partitions that this server leads. Readers don't see them anyway. */
final class Expirer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Expirer.class);
    private static final long PERIOD_MILLIS = 100;
    private static final int MOST_AT_ONCE = 1_000;

    private final Member member;
    private final DiskSpace space;
    private final InstantSource clock;
    private final LongAdder expired = new LongAdder();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("expirer").daemon().factory());

    Expirer(Member member, DiskSpace space, InstantSource clock) {
        this.member = member;
        this.space = space;
        this.clock = clock;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::expire, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many records were removed since the start. */
    long expiredKeys() {
        return expired.sum();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void expire() {
        if (space.isLow()) {
            return;
        }
        try {
            for (Partition partition : member.partitions()) {
                if (partition.view().firstExpiry() <= clock.millis()
                        && partition.replica().isLeader()) {
                    partition.write(new KeyOperation.ExpireDue(MOST_AT_ONCE), new Count());
                    partition.send();
                }
            }
        } catch (RuntimeException e) {
            // One failure must not end all later rounds.
            log.error("expired records could not be removed", e);
        }
    }

    private final class Count implements WriteListener {
        @Override
        public void written(Outcome outcome) {
            if (outcome instanceof Outcome.Counted(long count)) {
                expired.add(count);
            }
        }

        @Override
        public void failed(ProposalException failure) {
            log.debug("expired records stay for now", failure);
        }
    }
}
