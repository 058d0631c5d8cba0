package dev.nestor.server.net;

import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The requests of one event loop that wait because nobody is known to lead their partition, as it is while a leader is
 * elected or hands over. Their connections look again every few milliseconds, as long as there is one that waits: who
 * leads may come to be known in several ways, and an election takes much longer than a look. Belongs to the event loop.
 */
final class Parking {
    /**
     * How long a request may wait. Most elections end within it, also when the first votes are split; and it is below
     * the time-outs of clients, which begin at two seconds (Jedis), so that they get an answer.
     */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What all that wait may weigh. They are small as a rule: this is a hundred thousand of them. */
    static final long BYTES_MAX = 16 << 20;

    private static final long LOOK_MILLIS = 10;

    private final EventLoop loop;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private boolean scheduled;
    private long bytes;

    Parking(EventLoop loop) {
        this.loop = loop;
    }

    /** Whether a request may wait until the next look; then its connection will look again. */
    boolean admit(PartitionTurn turn) {
        if (turn.parkedBytes() == 0 && bytes + turn.heldBytes() > BYTES_MAX) {
            return false;
        }
        if (turn.hasWaitedFor(PATIENCE_NANOS, System.nanoTime())) {
            return false;
        }
        if (turn.parkedBytes() == 0) {
            turn.park(turn.heldBytes());
            bytes += turn.parkedBytes();
        }
        connections.add(turn.connection());
        schedule();
        return true;
    }

    /** A request waits no longer, if it did. */
    void leave(PartitionTurn turn) {
        bytes -= turn.parkedBytes();
        turn.park(0);
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            var _ = loop.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        scheduled = false;
        List<Connection> looking = List.copyOf(connections);
        connections.clear();
        looking.forEach(connection -> Completions.guard(connection, connection::lookAgain));
    }
}
