package dev.nestor.broker;

import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.protocol.Reply;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Batches that were sent and did not end yet, on a connection of their own. For one thread, the sender: what Lettuce's
 * threads hear of a batch, they put into a queue.
 */
final class UnderWay implements AutoCloseable {
    private final Transport transport;
    private final Set<BulkCommand> commands = Collections.newSetFromMap(new IdentityHashMap<>());
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private StatefulRedisClusterConnection<byte[], byte[]> connection;

    /** A batch that is under way no longer, and why. */
    record End(Batch batch, Attempt attempt) {}

    /** What Lettuce's threads tell; its meaning the sender finds out, as an exception there would lose the batch. */
    private record Report(BulkCommand command, Supplier<Attempt> attempt) {}

    private final BulkCommand.Listener listener = new BulkCommand.Listener() {
        @Override
        public void stored(BulkCommand command) {
            report(command, () -> new Attempt.Answered(Reply.OK, leader(command)));
        }

        @Override
        public void refused(BulkCommand command, String line) {
            report(command, () -> Lettuce.meaning(ReplyOutput.failure(line), leader(command)));
        }

        @Override
        public void failed(BulkCommand command, Throwable failure) {
            report(command, () -> Lettuce.meaning(failure, leader(command)));
        }
    };

    UnderWay(Transport transport) throws Unavailable {
        this.transport = transport;
        this.connection = transport.another();
    }

    private ServerAddress leader(BulkCommand command) {
        return transport.leader(command.batch().first().key().slot());
    }

    private void report(BulkCommand command, Supplier<Attempt> attempt) {
        reports.add(new Report(command, attempt));
    }

    void send(Batch batch) {
        BulkCommand command = new BulkCommand(batch, listener);
        commands.add(command);
        connection.dispatch(command);
    }

    boolean isEmpty() {
        return commands.isEmpty();
    }

    /** One that has ended, or null. */
    @Nullable
    End poll() {
        return end(reports.poll());
    }

    /** As {@link #poll()}, but waits that long for one. */
    @Nullable
    End poll(Duration patience) throws InterruptedException {
        return end(reports.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    private @Nullable End end(@Nullable Report report) {
        if (report == null) {
            return null;
        }
        commands.remove(report.command());
        return new End(report.command().batch(), report.attempt().get());
    }

    /**
     * Takes everything that was sent for lost, and the connections with it: they would keep it for ever.
     *
     * @throws Unavailable if there is no server to connect to; what is sent then fails at once
     */
    void abandon() throws Unavailable {
        Attempt silence = new Attempt.Unknown("a server does not answer");
        commands.stream().filter(BulkCommand::abandon).forEach(command -> report(command, () -> silence));
        connection.close();
        connection = transport.another();
    }

    @Override
    public void close() {
        connection.close();
    }
}
