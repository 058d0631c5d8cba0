package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.server.command.Plan;
import dev.nestor.server.store.Outcome;
import org.jspecify.annotations.Nullable;

/** A write to one partition. What became of it is set by another thread before {@link Completions} hands it back. */
final class WriteTurn extends PartitionTurn implements WriteListener, Completion {
    private final Plan.Write plan;
    private final Lane lane;
    private @Nullable Outcome outcome;
    private WriteFailure failure = WriteFailure.OUTCOME_UNKNOWN;

    WriteTurn(Connection connection, Request request, int slot, Plan.Write plan, Lane lane) {
        super(connection, request, slot);
        this.plan = plan;
        this.lane = lane;
    }

    void start(ServedPartition partition) {
        partition.write(plan.operation(), this);
        connection().departures().add(partition);
    }

    @Override
    public void written(Outcome became) {
        outcome = became;
        connection().completions().add(this);
    }

    @Override
    public void failed(WriteFailure reason) {
        failure = reason;
        connection().completions().add(this);
    }

    @Override
    public void complete() {
        Outcome became = outcome;
        if (became != null) {
            lane.writeEnded(this);
            answer(became);
        } else {
            endWithout(failure);
        }
    }

    private void answer(Outcome became) {
        try {
            answer(plan.writer().reply(became));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void endWithout(WriteFailure reason) {
        switch (reason) {
            case NOT_LEADER -> lane.writeRefused(this);
            case OVERLOADED -> drop(Refusals.OVERLOADED);
            case DISK_FULL -> drop(Refusals.DISK_FULL);
            case OUTCOME_UNKNOWN -> {
                lane.writeEnded(this);
                answer(Refusals.OUTCOME_UNKNOWN);
            }
        }
    }

    private void drop(Failure reply) {
        lane.writeDropped();
        answer(reply);
    }
}
