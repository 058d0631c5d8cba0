package dev.nestor.server.net;

import dev.nestor.protocol.Request;
import dev.nestor.server.command.Plan;
import dev.nestor.server.store.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A write to all partitions that this server leads. */
final class WriteAllTurn extends WholeTurn implements WriteListener {
    private final Plan.WriteAll plan;
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile boolean incomplete;

    WriteAllTurn(Connection connection, Request request, Plan.WriteAll plan) {
        super(connection, request);
        this.plan = plan;
    }

    @Override
    void start() {
        List<ServedPartition> led = connection().service().partitions().led();
        // One more, so that it can't end before it has started everywhere, and ends where nothing is led.
        unfinished.set(led.size() + 1);
        for (ServedPartition partition : led) {
            partition.write(plan.operation(), this);
            connection().departures().add(partition);
        }
        finishOne();
    }

    @Override
    public void written(Outcome outcome) {
        finishOne();
    }

    @Override
    public void failed(WriteFailure reason) {
        incomplete = true;
        finishOne();
    }

    private void finishOne() {
        if (unfinished.decrementAndGet() == 0) {
            end(incomplete ? Refusals.PARTLY_UNKNOWN : plan.reply(), null);
        }
    }
}
