package dev.nestor.server.raft;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.rpc.RpcType;
import org.apache.ratis.rpc.SupportedRpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerRpc;
import org.apache.ratis.server.ServerFactory;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.leader.LogAppender;

/**
 * One of Ratis's transports with a guard before the server: what comes in passes the {@link VoteGuard} and the {@link
 * PeerFilter} first. Ratis creates it by name and reflection, so it takes its settings from {@link Parameters}.
 */
public final class GuardedTransport implements RpcType {
    /** For how long a server that heard from a leader votes for nobody else. Equals the shortest election timeout. */
    static final Duration VOTE_SILENCE = Duration.ofMillis(300);

    private static final String TRANSPORT = "nestor.transport";
    private static final String FILTER = "nestor.filter";
    private static final String RECONNECTION = "nestor.reconnection";

    /** What Ratis gets as parameters in order to create this transport. */
    static Parameters parameters(SupportedRpcType transport, PeerFilter filter, Reconnection reconnection) {
        Parameters parameters = new Parameters();
        parameters.put(TRANSPORT, transport, SupportedRpcType.class);
        parameters.put(FILTER, filter, PeerFilter.class);
        parameters.put(RECONNECTION, reconnection, Reconnection.class);
        return parameters;
    }

    @Override
    public String name() {
        return GuardedTransport.class.getName();
    }

    @Override
    public ServerFactory newFactory(Parameters parameters) {
        SupportedRpcType transport = parameters.get(TRANSPORT, SupportedRpcType.class);
        PeerFilter filter = parameters.get(FILTER, PeerFilter.class);
        Reconnection reconnection = parameters.get(RECONNECTION, Reconnection.class);
        return new Factory(ServerFactory.cast(transport.newFactory(parameters)), filter, reconnection);
    }

    private record Factory(ServerFactory transport, PeerFilter filter, Reconnection reconnection)
            implements ServerFactory {
        @Override
        public RaftServerRpc newRaftServerRpc(RaftServer server) {
            Object guarded = Proxy.newProxyInstance(
                    RaftServer.class.getClassLoader(),
                    new Class<?>[] {RaftServer.class},
                    new ServerGuard(server, new VoteGuard(VOTE_SILENCE, System::nanoTime), filter));
            RaftServerRpc made = transport.newRaftServerRpc((RaftServer) guarded);
            reconnection.over(made);
            return transport.getRpcType() == SupportedRpcType.NETTY ? NumberedMessages.over(made) : made;
        }

        @Override
        public LogAppender newLogAppender(RaftServer.Division server, LeaderState state, FollowerInfo follower) {
            return transport.newLogAppender(server, state, follower);
        }

        @Override
        public SupportedRpcType getRpcType() {
            return (SupportedRpcType) transport.getRpcType();
        }
    }
}
