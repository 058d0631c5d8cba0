package dev.nestor.server.net;

/** What another thread has finished, to be continued on the event loop. */
interface Completion {
    /** Continues; called once, on the event loop. */
    void complete();

    /** The connection that may have something to answer then. */
    Connection connection();
}
