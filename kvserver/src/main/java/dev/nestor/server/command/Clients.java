package dev.nestor.server.command;

import java.util.Collection;

/** Who is connected. */
@FunctionalInterface
public interface Clients {
    /** The sessions of all open connections, oldest first. */
    Collection<Session> sessions();
}
