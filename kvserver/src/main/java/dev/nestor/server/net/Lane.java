package dev.nestor.server.net;

import java.util.ArrayDeque;
import java.util.Deque;

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
 */
final class Lane implements LeadershipChecks.Asker {
    private final ServedPartition partition;
    private final Connection connection;
    private final Deque<PartitionTurn> waiting = new ArrayDeque<>();
    private int unfinishedWrites;

    /** Reads are numbered as they come: the last of all, and of those that are asked for, proven, and lost. */
    private long lastTicket;

    private long askedTicket;
    private long confirmedTicket;
    private long lostTicket;
    private boolean asking;

    Lane(ServedPartition partition, Connection connection) {
        this.partition = partition;
        this.connection = connection;
    }

    ServedPartition partition() {
        return partition;
    }

    /** Whether all that came has been answered, so that a read need not wait for anything. */
    boolean isIdle() {
        return unfinishedWrites == 0 && waiting.isEmpty();
    }

    void add(ReadTurn turn) {
        turn.number(++lastTicket);
        waiting.add(turn);
        advance();
    }

    void add(WriteTurn turn) {
        if (waiting.isEmpty()) {
            start(turn);
        } else {
            waiting.add(turn);
        }
    }

    void writeEnded() {
        unfinishedWrites--;
    }

    /** Starts what can start now. */
    void advance() {
        PartitionTurn first;
        while ((first = waiting.peek()) != null && tryStart(first)) {
            waiting.remove();
        }
    }

    private boolean tryStart(PartitionTurn turn) {
        return switch (turn) {
            case WriteTurn write -> {
                start(write);
                yield true;
            }
            case ReadTurn read -> unfinishedWrites == 0 && connection.replies().mayCompute(read) && trySettle(read);
        };
    }

    private void start(WriteTurn turn) {
        unfinishedWrites++;
        turn.start(partition);
    }

    private boolean trySettle(ReadTurn read) {
        if (read.isStale() || read.ticket() <= confirmedTicket || partition.mayRead()) {
            read.read(partition);
            return true;
        }
        if (read.ticket() <= lostTicket) {
            read.answer(read.elsewhere());
            return true;
        }
        ask();
        return false;
    }

    private void ask() {
        if (!asking) {
            asking = true;
            connection.leadershipChecks().ask(partition, this);
        }
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
