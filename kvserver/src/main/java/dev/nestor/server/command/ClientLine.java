package dev.nestor.server.command;

import dev.nestor.protocol.command.CommandSpec;
import java.util.Locale;

/** A connection as CLIENT LIST tells of it: one line of fields, those of Redis that mean something here. */
final class ClientLine {
    private ClientLine() {}

    static String of(Session session, long nowMillis) {
        CommandSpec command = session.command();
        return String.format(
                Locale.ROOT,
                "id=%d addr=%s laddr=%s name=%s age=%d idle=%d flags=%s db=0 sub=0 psub=0"
                        + " multi=-1 cmd=%s user=%s lib-name=%s lib-ver=%s resp=%d\n",
                session.id(),
                session.remoteAddress(),
                session.localAddress(),
                session.name(),
                seconds(nowMillis - session.createdMillis()),
                seconds(nowMillis - session.activeMillis()),
                flags(session),
                command == null ? "NULL" : command.fullName(),
                Credentials.DEFAULT_USER,
                session.libraryName(),
                session.libraryVersion(),
                session.version().number());
    }

    private static long seconds(long millis) {
        return Math.max(0, millis / 1000);
    }

    /** Redis's letters: r reads from replicas, e is spared when memory is short, T does not touch keys, N none. */
    private static String flags(Session session) {
        String flags = (session.isReadOnly() ? "r" : "")
                + (session.isEvictable() ? "" : "e")
                + (session.isTouching() ? "" : "T");
        return flags.isEmpty() ? "N" : flags;
    }
}
