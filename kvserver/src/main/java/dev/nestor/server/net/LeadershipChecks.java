package dev.nestor.server.net;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proofs of leadership that reads of one event loop wait for. All who ask for the same partition in one tick share
 * a check, and those who ask while it is under way share the next: it must begin after the request came.
 */
final class LeadershipChecks {
    private static final Logger LOG = LoggerFactory.getLogger(LeadershipChecks.class);

    /** Who waits for a proof. */
    @FunctionalInterface
    interface Asker {
        /** The check begins: it will count for all that has come by now. Called once, on the event loop. */
        default void checking() {}

        /** The check has ended. Called once, on the event loop. */
        void checked(boolean leads);
    }

    private final EventLoop loop;
    private final Map<ServedPartition, Check> checks = new HashMap<>();

    LeadershipChecks(EventLoop loop) {
        this.loop = loop;
    }

    /** Tells the asker whether this server leads a partition, not before this tick has ended. */
    void ask(ServedPartition partition, Asker asker) {
        Check check = checks.get(partition);
        if (check == null) {
            check = new Check(partition);
            checks.put(partition, check);
            loop.execute(check::start);
        }
        check.next.add(asker);
    }

    private final class Check {
        private final ServedPartition partition;
        private List<Asker> current = List.of();
        private List<Asker> next = new ArrayList<>();

        Check(ServedPartition partition) {
            this.partition = partition;
        }

        void start() {
            current = next;
            next = new ArrayList<>();
            current.forEach(Asker::checking);
            var _ = confirmation().whenComplete((_, refusal) -> finish(refusal == null));
        }

        private CompletableFuture<Void> confirmation() {
            try {
                return partition.confirmLeadership();
            } catch (RuntimeException e) {
                LOG.error("can't ask whether partition {} is led here", partition.number(), e);
                return CompletableFuture.failedFuture(e);
            }
        }

        private void finish(boolean leads) {
            try {
                loop.execute(() -> tell(leads));
            } catch (RejectedExecutionException e) {
                LOG.debug("the server has closed: nobody waits for partition {}", partition.number());
            }
        }

        /** What goes wrong with one must not keep others from their reads, nor this partition from its next check. */
        private static void tell(Asker asker, boolean leads) {
            try {
                asker.checked(leads);
            } catch (RuntimeException e) {
                LOG.error("a read can't go on", e);
            }
        }

        private void tell(boolean leads) {
            current.forEach(asker -> tell(asker, leads));
            if (next.isEmpty()) {
                checks.remove(partition);
            } else {
                start();
            }
        }
    }
}
