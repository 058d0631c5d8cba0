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
        lane.writeEnded();
        if (outcome == null) {
            answer(refusal());
            return;
        }
        try {
            answer(plan.writer().reply(outcome));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private Failure refusal() {
        return switch (failure) {
            case NOT_LEADER -> elsewhere();
            case OVERLOADED -> Refusals.OVERLOADED;
            case DISK_FULL -> Refusals.DISK_FULL;
            case OUTCOME_UNKNOWN -> Refusals.OUTCOME_UNKNOWN;
        };
    }
}
