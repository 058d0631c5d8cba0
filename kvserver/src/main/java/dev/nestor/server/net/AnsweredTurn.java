package dev.nestor.server.net;

import dev.nestor.protocol.Request;

/** The turn of a request that is answered at once and waits only for those in front of it. */
final class AnsweredTurn extends Turn {
    AnsweredTurn(Connection connection, Request request) {
        super(connection, request);
    }
}
