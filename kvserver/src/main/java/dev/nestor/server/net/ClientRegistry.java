package dev.nestor.server.net;

import dev.nestor.server.command.Clients;
import dev.nestor.server.command.Session;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who is connected, by number and so by age. Safe for use by any thread. */
public final class ClientRegistry implements Clients {
    private final AtomicLong lastId = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Session> open = new ConcurrentSkipListMap<>();

    @Override
    public Collection<Session> sessions() {
        return Collections.unmodifiableCollection(open.values());
    }

    /** A new client's session, which is open from now on. */
    Session open(String remoteAddress, String localAddress, long nowMillis) {
        Session session = new Session(lastId.incrementAndGet(), remoteAddress, localAddress, nowMillis);
        open.put(session.id(), session);
        return session;
    }

    void close(Session session) {
        open.remove(session.id());
    }
}
