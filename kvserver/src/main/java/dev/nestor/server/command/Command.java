package dev.nestor.server.command;

import dev.nestor.protocol.Request;

/** One command of the table. Called with as many arguments as the table allows. Safe for use by any thread. */
@FunctionalInterface
interface Command {
    /**
     * What a request wants done. Changes at most the session, and only when the request is in order.
     *
     * @param nowMillis milliseconds since 1970, from which relative times count
     * @throws Refusal when an argument is not what it should be
     */
    Plan plan(Request request, Session session, long nowMillis);
}
