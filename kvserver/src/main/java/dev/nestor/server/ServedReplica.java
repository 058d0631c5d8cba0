package dev.nestor.server;

import dev.nestor.server.cluster.SlotRange;
import dev.nestor.server.net.ServedPartition;
import dev.nestor.server.net.WriteFailure;
import dev.nestor.server.net.WriteListener;
import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.ProposalException;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.StoreView;
import java.util.concurrent.CompletableFuture;

/** A replica of a partition, as connections see it. */
record ServedReplica(Partition partition, SlotRange slots, DiskSpace space) implements ServedPartition {
    @Override
    public int number() {
        return partition.number();
    }

    @Override
    public int firstSlot() {
        return slots.first();
    }

    @Override
    public int lastSlot() {
        return slots.last();
    }

    @Override
    public StoreView view() {
        return partition.view();
    }

    @Override
    public boolean leads() {
        return partition.replica().isLeader();
    }

    @Override
    public boolean mayRead() {
        return partition.replica().mayRead();
    }

    @Override
    public CompletableFuture<Void> confirmLeadership() {
        return partition.replica().confirmLeadership();
    }

    @Override
    public void write(Operation operation, WriteListener listener) {
        if (space.isLow()) {
            listener.failed(WriteFailure.DISK_FULL);
            return;
        }
        partition.write(operation, new dev.nestor.server.raft.WriteListener() {
            @Override
            public void written(Outcome outcome) {
                listener.written(outcome);
            }

            @Override
            public void failed(ProposalException failure) {
                listener.failed(reason(failure));
            }
        });
    }

    @Override
    public void send() {
        partition.send();
    }

    private static WriteFailure reason(ProposalException failure) {
        return switch (failure) {
            case ProposalException.NotLeader _ -> WriteFailure.NOT_LEADER;
            case ProposalException.Overloaded _ -> WriteFailure.OVERLOADED;
            case ProposalException.OutcomeUnknown _ -> WriteFailure.OUTCOME_UNKNOWN;
        };
    }
}
