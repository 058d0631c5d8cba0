package dev.nestor.server.net;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request about the whole server. It has the connection to itself: it starts when all in front of it is answered,
 * and what comes behind it is not begun before it is answered itself.
 */
abstract sealed class WholeTurn extends Turn implements Completion permits LaterTurn, ReadAllTurn, WriteAllTurn {
    private boolean started;

    /** Set by the thread that finishes it, before {@link Completions} hands it back. */
    private @Nullable Reply found;

    private @Nullable Throwable fault;

    WholeTurn(Connection connection, Request request) {
        super(connection, request);
    }

    final void startOnce() {
        if (!started) {
            started = true;
            start();
        }
    }

    abstract void start();

    /** Ends it with a reply, or with the fault for which there is none. Called once, by any thread. */
    final void end(@Nullable Reply reply, @Nullable Throwable cause) {
        found = reply;
        fault = cause;
        connection().completions().add(this);
    }

    @Override
    public final void complete() {
        if (found != null) {
            answer(found);
        } else {
            fail(fault == null ? new IllegalStateException("no reply came") : fault);
        }
    }
}
