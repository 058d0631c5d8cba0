package dev.nestor.server.net;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import java.util.concurrent.CompletionStage;

/** A request for which somebody else will have the reply. */
final class LaterTurn extends WholeTurn {
    private final CompletionStage<Reply> promised;

    LaterTurn(Connection connection, Request request, CompletionStage<Reply> promised) {
        super(connection, request);
        this.promised = promised;
    }

    @Override
    void start() {
        var _ = promised.whenComplete(this::end);
    }
}
