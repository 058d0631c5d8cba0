package dev.nestor.server.command;

/** Ends the server. */
@FunctionalInterface
public interface ServerControl {
    /** Begins to hand leadership over and to stop; returns at once. Asked again, it does nothing more. */
    void shutDown();
}
