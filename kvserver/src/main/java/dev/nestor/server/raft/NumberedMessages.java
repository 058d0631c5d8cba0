package dev.nestor.server.raft;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.server.RaftServerRpc;
import org.jspecify.annotations.Nullable;

/**
 * Gives messages to other servers a number each, which {@link ServerGuard} repeats in the answer. Ratis' Netty transport
 * (3.3.0, {@code NettyRpcProxy}) tells the answers of a connection apart by the call id alone, and hand-overs and snapshots
 * of all groups have the same one: two at once lose an answer, and then none works over that connection any more.
 */
final class NumberedMessages implements InvocationHandler {
    /** Far from the call ids of entries and votes, which Ratis counts from 1. */
    private static final long FIRST = 1L << 62;

    /** A term's numbers are above those of all terms before it. */
    private static final int TERM_SHIFT = 32;

    private final RaftServerRpc transport;
    private final AtomicLong last = new AtomicLong(FIRST);

    private NumberedMessages(RaftServerRpc transport) {
        this.transport = transport;
    }

    static RaftServerRpc over(RaftServerRpc transport) {
        return (RaftServerRpc) Proxy.newProxyInstance(
                RaftServerRpc.class.getClassLoader(),
                new Class<?>[] {RaftServerRpc.class},
                new NumberedMessages(transport));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return arguments != null && arguments.length == 1
                    ? method.invoke(transport, numbered(arguments[0]))
                    : method.invoke(transport, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private Object numbered(Object argument) {
        return switch (argument) {
            case StartLeaderElectionRequestProto start ->
                start.toBuilder()
                        .setServerRequest(numbered(start.getServerRequest(), 0))
                        .build();
            case InstallSnapshotRequestProto install ->
                install.toBuilder()
                        .setServerRequest(numbered(install.getServerRequest(), install.getLeaderTerm()))
                        .build();
            default -> argument;
        };
    }

    /**
     * @param term a follower that was left with half a snapshot takes one from the next leader only if its number is
     *     higher, and each server counts for itself
     */
    private RaftRpcRequestProto numbered(RaftRpcRequestProto header, long term) {
        return header.toBuilder()
                .setCallId(last.incrementAndGet() + (term << TERM_SHIFT))
                .build();
    }
}
