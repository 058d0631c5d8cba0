package dev.nestor.server.net;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What other threads have finished for the connections of one event loop. However much comes while the event loop is
 * busy, it is woken once, and each connection writes once.
 */
final class Completions {
    private final EventLoop loop;
    private final Queue<Completion> finished = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final List<Connection> touched = new ArrayList<>();

    Completions(EventLoop loop) {
        this.loop = loop;
    }

    /** Has it completed on the event loop, behind those added before. Called by any thread. */
    void add(Completion completion) {
        finished.add(completion);
        if (!woken.get() && woken.compareAndSet(false, true)) {
            wake();
        }
    }

    private void wake() {
        try {
            loop.execute(this::deliver);
        } catch (RejectedExecutionException e) {
            // The server has closed, and with it all connections: nobody is left to be answered.
            finished.clear();
        }
    }

    private void deliver() {
        // First, so that whoever adds behind the last poll wakes the event loop again.
        woken.set(false);
        Completion completion;
        while ((completion = finished.poll()) != null) {
            Connection connection = completion.connection();
            guard(connection, completion::complete);
            if (connection.touch()) {
                touched.add(connection);
            }
        }
        for (Connection connection : touched) {
            guard(connection, connection::proceed);
        }
        touched.clear();
    }

    /** What goes wrong with one connection must not keep others from their replies. */
    static void guard(Connection connection, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            connection.breakOff(e);
        }
    }
}
