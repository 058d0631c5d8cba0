package dev.nestor.server.raft;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.ratis.grpc.server.GrpcServicesImpl;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServerRpc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a server without a leader try again at once to reach those that were down. gRPC waits longer from attempt to
 * attempt, up to two minutes. A leader in Ratis ends that wait whenever an entry could not be sent; a candidate does not,
 * so a server that came back could not be asked for its vote, and a group with a majority would stay without a leader.
 * Netty's transport does not wait.
 */
final class Reconnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reconnection.class);
    private static final long PERIOD_MILLIS = 250;

    private final Supplier<Collection<RaftPeerId>> wanted;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconnection").daemon().factory());
    private @Nullable GrpcServicesImpl transport;

    /** @param wanted the members of the groups that have no leader now */
    Reconnection(Supplier<Collection<RaftPeerId>> wanted) {
        this.wanted = wanted;
    }

    /** Ratis has made its transport. */
    void over(RaftServerRpc made) {
        if (made instanceof GrpcServicesImpl grpc) {
            transport = grpc;
        }
    }

    void start() {
        if (transport != null) {
            GrpcServicesImpl grpc = transport;
            var _ = timer.scheduleWithFixedDelay(
                    () -> reconnect(grpc), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void reconnect(GrpcServicesImpl grpc) {
        try {
            for (RaftPeerId peer : wanted.get()) {
                endWait(grpc.getProxies().getProxy(peer));
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            // One failure must not end all later rounds.
            log.warn("can't make gRPC try again to reach a server", e);
        }
    }

    /** The client's class is not public, though this method is; it does nothing to a connection that stands. */
    private static void endWait(Object client) throws ReflectiveOperationException {
        Method method = client.getClass().getMethod("resetConnectBackoff");
        method.setAccessible(true);
        try {
            method.invoke(client);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
