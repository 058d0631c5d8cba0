package dev.nestor.server.net;

import dev.nestor.protocol.Request;
import dev.nestor.server.command.Plan;
import dev.nestor.server.command.Session;

/** Says what a request wants done; {@code Commands::plan} is the one that serves clients. Safe for use by any thread. */
@FunctionalInterface
public interface Planner {
    /**
     * The plan of a request. Never waits, and never fails for anything that a client can send.
     *
     * @param session of the connection that the request came by; called by its thread
     * @param nowMillis milliseconds since 1970
     */
    Plan plan(Request request, Session session, long nowMillis);
}
