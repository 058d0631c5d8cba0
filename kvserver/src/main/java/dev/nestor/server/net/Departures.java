package dev.nestor.server.net;

import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The partitions for which writes have come in the present tick of an event loop. They are sent on when the tick has
 * read from all its connections, so that what came together shares a log entry. Belongs to the event loop.
 */
final class Departures {
    private final EventLoop loop;
    private final Set<ServedPartition> partitions = new HashSet<>();

    Departures(EventLoop loop) {
        this.loop = loop;
    }

    /** A write was queued. */
    void add(ServedPartition partition) {
        if (partitions.isEmpty()) {
            loop.execute(this::sendAll);
        }
        partitions.add(partition);
    }

    private void sendAll() {
        List<ServedPartition> leaving = List.copyOf(partitions);
        partitions.clear();
        leaving.forEach(ServedPartition::send);
    }
}
