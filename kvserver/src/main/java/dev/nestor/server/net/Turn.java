package dev.nestor.server.net;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import org.jspecify.annotations.Nullable;

/**
 * The place of a request among its connection's, while it can't be answered. Its reply may be there before those in
 * front of it. Belongs to the event loop.
 */
abstract sealed class Turn permits AnsweredTurn, PartitionTurn, WholeTurn {
    private final Connection connection;
    private final RespVersion version;
    private final byte[] commandName;
    private long heldBytes;
    private @Nullable Reply reply;

    /** The turn of a request that has just been planned. */
    Turn(Connection connection, Request request) {
        this.connection = connection;
        this.version = connection.session().version();
        this.commandName = request.name();
        this.heldBytes = Weight.of(request);
    }

    public final Connection connection() {
        return connection;
    }

    /** How its reply is to be encoded: as the connection spoke when it was planned. */
    final RespVersion version() {
        return version;
    }

    /** About how much memory it takes. */
    final long heldBytes() {
        return heldBytes;
    }

    /** Its reply, or null as long as there is none. */
    final @Nullable Reply reply() {
        return reply;
    }

    final void answer(Reply answer) {
        long replyBytes = Weight.of(answer);
        reply = answer;
        heldBytes += replyBytes;
        connection.replies().hold(replyBytes);
    }

    final void fail(Throwable fault) {
        answer(Mishap.reply(commandName, fault));
    }
}
