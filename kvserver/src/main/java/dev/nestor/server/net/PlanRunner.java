package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.Slot;
import dev.nestor.server.command.Plan;
import dev.nestor.server.store.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out one connection's plans: answers at once whatever can be. */
final class PlanRunner {
    private final Connection connection;
    private final Replies replies;
    private final Lanes lanes;
    private final Partitions partitions;

    /** The partition that was led when the present bytes had come: reads that came with them need no further check. */
    private @Nullable ServedPartition proven;

    PlanRunner(Connection connection, Replies replies, Lanes lanes) {
        this.connection = connection;
        this.replies = replies;
        this.lanes = lanes;
        this.partitions = connection.service().partitions();
    }

    /** More bytes have come. A proof of leadership from before says nothing about the requests in them. */
    void forgetProof() {
        proven = null;
    }

    void run(Request request, Plan plan, long nowMillis) {
        switch (plan) {
            case Plan.Answer(Reply reply) -> replies.add(request, reply);
            case Plan.Read read -> read(request, read, nowMillis);
            case Plan.Write write -> write(request, write);
            case Plan.ReadAll all -> replies.addAlone(new ReadAllTurn(connection, request, all, mayBeStale()));
            case Plan.WriteAll all -> replies.addAlone(new WriteAllTurn(connection, request, all));
            case Plan.Later later -> replies.addAlone(new LaterTurn(connection, request, later.reply()));
        }
    }

    private boolean mayBeStale() {
        return connection.session().isReadOnly();
    }

    private void read(Request request, Plan.Read read, long nowMillis) {
        boolean stale = mayBeStale();
        int slot = slot(read.keys());
        if (isAcrossPartitions(request, read.keys(), slot)) {
            return;
        }
        ServedPartition partition = partitions.ofSlot(slot);
        if (partition != null && lanes.isIdle(partition.number()) && (stale || isProven(partition))) {
            Reply reply = reply(request, read.reader(), partition, nowMillis);
            connection.looked(reply);
            replies.add(request, reply);
            return;
        }
        Lane lane = lane(request, slot);
        if (lane != null) {
            add(new ReadTurn(connection, request, slot, read.reader(), stale), lane);
        }
    }

    private boolean isProven(ServedPartition partition) {
        if (!partition.equals(proven)) {
            proven = partition.mayRead() ? partition : null;
        }
        return proven != null;
    }

    private static Reply reply(Request request, Plan.Reader reader, ServedPartition partition, long nowMillis) {
        try {
            return reader.read(partition.view(), nowMillis);
        } catch (RuntimeException e) {
            return Mishap.reply(request.name(), e);
        }
    }

    private void write(Request request, Plan.Write write) {
        int slot = slot(write.keys());
        if (isAcrossPartitions(request, write.keys(), slot)) {
            return;
        }
        Lane lane = lane(request, slot);
        if (lane != null) {
            add(new WriteTurn(connection, request, slot, write, lane), lane);
        }
    }

    private void add(PartitionTurn turn, Lane lane) {
        replies.add(turn);
        lane.add(turn);
    }

    /** The lane of a slot's partition, or null when there is no cluster; the request is answered then. */
    private @Nullable Lane lane(Request request, int slot) {
        int number = partitions.number(slot);
        if (number == Partitions.NONE) {
            replies.add(request, partitions.leaderless(slot));
            return null;
        }
        return lanes.of(number);
    }

    private static int slot(List<Bytes> keys) {
        return Slot.of(keys.getFirst().array());
    }

    /** Answers a request that no server can serve, because no partition has all its keys. */
    private boolean isAcrossPartitions(Request request, List<Bytes> keys, int slot) {
        if (keys.size() == 1) {
            return false;
        }
        int number = partitions.number(slot);
        for (int i = 1; i < keys.size(); i++) {
            if (partitions.number(Slot.of(keys.get(i).array())) != number) {
                replies.add(request, Failure.CROSS_SLOT);
                return true;
            }
        }
        return false;
    }
}
