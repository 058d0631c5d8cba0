package dev.nestor.server.net;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.ReplyBatch;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A connection's replies on their way out, in the order of its requests. As long as nothing waits a reply goes straight
 * to the batch; otherwise each request has a {@link Turn}. Belongs to the event loop.
 */
final class Replies {
    /** A batch of more is written before the tick ends, so that the socket has something to do meanwhile. */
    private static final int SPILL_BYTES = 1 << 18;

    private final Connection connection;
    private final Channel channel;
    private final ConnectionLimits limits;
    private final ReplyBatch batch;
    private final Deque<Turn> waiting = new ArrayDeque<>();

    /** The last of those that wait, if it wants to be alone. */
    private @Nullable WholeTurn alone;

    private long heldBytes;
    private boolean closed;

    Replies(Connection connection, Channel channel, ConnectionLimits limits) {
        this.connection = connection;
        this.channel = channel;
        this.limits = limits;
        this.batch = new ReplyBatch(channel.alloc());
    }

    /** Whether every request is answered, as far as the batch. */
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Whether one more request may be begun. */
    boolean hasRoom() {
        return alone == null
                && waiting.size() < limits.unansweredRequests()
                && heldBytes < limits.unansweredBytes()
                && channel.isWritable();
    }

    /**
     * Whether a read that has waited may make its reply now: not while the client doesn't take replies, and not before
     * those in front of it when there is much that waits for them already.
     */
    boolean mayCompute(Turn turn) {
        return channel.isWritable() && (heldBytes < limits.unansweredBytes() || waiting.peek() == turn);
    }

    /** Answers the request that has just been planned. */
    void add(Request request, Reply reply) {
        if (waiting.isEmpty()) {
            encode(reply, connection.session().version());
        } else {
            Turn turn = new AnsweredTurn(connection, request);
            add(turn);
            turn.answer(reply);
        }
    }

    /** Says something that no request asked for, behind all replies: nothing waits any more. */
    void addLast(Reply reply) {
        encode(reply, connection.session().version());
    }

    /** Lets the request that has just been planned wait. */
    void add(Turn turn) {
        waiting.add(turn);
        heldBytes += turn.heldBytes();
    }

    /** Lets the request that has just been planned wait, and all behind it wait for it. */
    void addAlone(WholeTurn turn) {
        add(turn);
        alone = turn;
        startAlone();
    }

    /** Accounts for a reply that waits. */
    void hold(long replyBytes) {
        heldBytes += replyBytes;
    }

    /** Starts the request that wants to be alone, when it is. */
    void startAlone() {
        if (alone != null && waiting.peek() == alone) {
            alone.startOnce();
        }
    }

    /** Whether the first that waits is answered and can go out. */
    boolean canWrite() {
        Turn first = waiting.peek();
        return first != null && first.reply() != null && channel.isWritable();
    }

    /** Moves those that are answered, and wait for none in front of them, to the batch. */
    void writeAnswered() {
        Turn first;
        Reply reply;
        while ((first = waiting.peek()) != null && (reply = first.reply()) != null && channel.isWritable()) {
            waiting.remove();
            heldBytes -= first.heldBytes();
            if (first == alone) {
                alone = null;
            }
            encode(reply, first.version());
        }
    }

    private void encode(Reply reply, RespVersion version) {
        if (closed) {
            return;
        }
        batch.add(reply, version);
        if (batch.sizeBytes() >= SPILL_BYTES) {
            flush();
            if (channel.bytesBeforeWritable() > limits.droppedOutputBytes()) {
                connection.drop("it has left " + channel.bytesBeforeWritable() + " bytes of replies unread");
            }
        }
    }

    /** Sends the batch. */
    void flush() {
        long bytes = batch.sizeBytes();
        if (bytes > 0) {
            connection.service().traffic().sent(bytes);
            batch.writeTo(channel);
            channel.flush();
        }
    }

    /** Forgets everything: the connection is gone. */
    void close() {
        closed = true;
        batch.release();
        waiting.clear();
        heldBytes = 0;
        alone = null;
    }
}
