package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection's requests to one partition, which take effect in the connection's order. Belongs to the event loop.
 *
 * <pre>
 *   waiting:   read  write  write  read       handed over:  write  write
 *               ▲ the first that can't start                 unfinished, as many as come
 * </pre>
 *
 * A write starts as soon as it is first here: the partition keeps the order of writes. A read starts when no write is
 * unfinished and it is sure that this server leads. So reads see the connection's earlier writes, and no later ones.
 *
 * <p>While no leader is known the lane is parked: all in it wait, and those that come. A write that was refused because
 * this server did not lead any more, so that nothing was written, comes back to the front, unless a later one of the
 * connection's writes took effect meanwhile, or may have.
 */
final class Lane implements LeadershipChecks.Asker {
    private final Connection connection;
    private final Partitions partitions;
    private final Parking parking;
    private final Deque<PartitionTurn> waiting = new ArrayDeque<>();
    private final List<WriteTurn> refused = new ArrayList<>();
    private int unfinishedWrites;

    /** Nothing starts before the connection looks again. */
    private boolean parked;

    /** Requests are numbered as they come. The last of all, and of the writes that may have taken effect. */
    private long lastTicket;

    private long effectiveTicket;

    /** The last of those for which leadership is asked for, proven, and lost. */
    private long askedTicket;

    private long confirmedTicket;
    private long lostTicket;
    private boolean asking;
    private boolean closed;

    Lane(Connection connection) {
        this.connection = connection;
        this.partitions = connection.service().partitions();
        this.parking = connection.parking();
    }

    /** Whether all that came has been answered, so that a read need not wait for anything. */
    boolean isIdle() {
        return unfinishedWrites == 0 && waiting.isEmpty();
    }

    void add(PartitionTurn turn) {
        turn.number(++lastTicket);
        if (!parked || mayWait(turn)) {
            waiting.add(turn);
            advance();
        }
    }

    /** A write that was handed over is done, or may be. */
    void writeEnded(WriteTurn turn) {
        unfinishedWrites--;
        effectiveTicket = Math.max(effectiveTicket, turn.ticket());
        returnRefused();
    }

    /** A write that was handed over was refused for good; nothing was written. */
    void writeDropped() {
        unfinishedWrites--;
        returnRefused();
    }

    /** A write that was handed over was refused, as this server did not lead; nothing was written. */
    void writeRefused(WriteTurn turn) {
        unfinishedWrites--;
        refused.add(turn);
        returnRefused();
    }

    /** Those handed over can't be called back, so the refused ones wait until nothing is unfinished. */
    private void returnRefused() {
        if (unfinishedWrites > 0 || refused.isEmpty() || closed) {
            return;
        }
        refused.sort(Comparator.comparingLong(WriteTurn::ticket).reversed());
        for (WriteTurn turn : refused) {
            if (turn.ticket() < effectiveTicket) {
                turn.answer(unserved(turn));
            } else {
                waiting.addFirst(turn);
            }
        }
        refused.clear();
        // A server that hands over still leads by its own account, and would only refuse again.
        if (!waiting.isEmpty() && partitions.moved(waiting.getFirst().slot()) == null) {
            park();
        }
    }

    /** Starts what can start now. */
    void advance() {
        PartitionTurn first;
        while (!parked && refused.isEmpty() && (first = waiting.peek()) != null && tryStart(first)) {
            waiting.remove();
            parking.leave(first);
        }
    }

    private boolean tryStart(PartitionTurn turn) {
        return switch (turn) {
            case WriteTurn write -> tryWrite(write, write.partition());
            case ReadTurn read ->
                unfinishedWrites == 0 && connection.replies().mayCompute(read) && tryRead(read, read.partition());
        };
    }

    private boolean tryWrite(WriteTurn turn, @Nullable ServedPartition partition) {
        if (partition == null || !partition.leads()) {
            return trySendAway(turn);
        }
        unfinishedWrites++;
        turn.start(partition);
        return true;
    }

    private boolean tryRead(ReadTurn read, @Nullable ServedPartition partition) {
        if (partition == null) {
            return trySendAway(read);
        }
        if (read.isStale() || read.ticket() <= confirmedTicket || partition.mayRead()) {
            read.read(partition);
            return true;
        }
        if (partition.leads() && read.ticket() > lostTicket) {
            ask(partition);
            return false;
        }
        // If it waits, leadership is to be proven anew after that.
        read.number(++lastTicket);
        return trySendAway(read);
    }

    private void ask(ServedPartition partition) {
        if (!asking) {
            asking = true;
            connection.leadershipChecks().ask(partition, this);
        }
    }

    /** Answers a turn that this server can't serve if the leader is known, and parks the lane otherwise. */
    private boolean trySendAway(PartitionTurn turn) {
        Failure moved = partitions.moved(turn.slot());
        if (moved == null) {
            park();
            return false;
        }
        turn.answer(moved);
        return true;
    }

    private void park() {
        waiting.removeIf(turn -> !mayWait(turn));
        parked = !waiting.isEmpty();
    }

    /** Answers a turn that may not wait for a leader, or not any longer. */
    private boolean mayWait(PartitionTurn turn) {
        if (parking.admit(turn)) {
            return true;
        }
        parking.leave(turn);
        turn.answer(unserved(turn));
        return false;
    }

    private Failure unserved(PartitionTurn turn) {
        Failure moved = partitions.moved(turn.slot());
        return moved == null ? partitions.leaderless(turn.slot()) : moved;
    }

    /** Has the next {@link #advance} try once more what has waited for a leader. */
    void lookAgain() {
        parked = false;
    }

    /** Forgets what has not started. */
    void close() {
        closed = true;
        waiting.forEach(parking::leave);
        waiting.clear();
    }

    @Override
    public void checking() {
        askedTicket = lastTicket;
    }

    @Override
    public void checked(boolean leads) {
        if (leads) {
            confirmedTicket = askedTicket;
        } else {
            lostTicket = askedTicket;
        }
        asking = false;
        connection.proceed();
    }
}
