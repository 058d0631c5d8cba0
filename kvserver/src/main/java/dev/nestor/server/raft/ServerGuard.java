package dev.nestor.server.raft;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcReplyProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteReplyProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionReplyProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.server.RaftServer;
import org.jspecify.annotations.Nullable;

/** Stands between the transport and a Raft server, as a proxy of the latter. */
final class ServerGuard implements InvocationHandler {
    private final RaftServer server;
    private final VoteGuard votes;
    private final PeerFilter filter;

    ServerGuard(RaftServer server, VoteGuard votes, PeerFilter filter) {
        this.server = server;
        this.votes = votes;
        this.filter = filter;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object request = arguments != null && arguments.length == 1 ? arguments[0] : null;
        return switch (request) {
            case RequestVoteRequestProto vote -> vote(admit(vote.getServerRequest()), vote);
            case AppendEntriesRequestProto append -> {
                votes.hear(admit(append.getServerRequest()).getRaftGroupId());
                yield pass(method, arguments);
            }
            case InstallSnapshotRequestProto install -> {
                votes.hear(admit(install.getServerRequest()).getRaftGroupId());
                InstallSnapshotReplyProto reply = server.installSnapshot(install);
                yield reply.toBuilder()
                        .setServerReply(numbered(reply.getServerReply(), install.getServerRequest()))
                        .build();
            }
            case StartLeaderElectionRequestProto start -> {
                admit(start.getServerRequest());
                StartLeaderElectionReplyProto reply = server.startLeaderElection(start);
                yield reply.toBuilder()
                        .setServerReply(numbered(reply.getServerReply(), start.getServerRequest()))
                        .build();
            }
            case null, default -> pass(method, arguments);
        };
    }

    /** Ratis leaves out the number of the request that is answered; see {@link NumberedMessages}. */
    private static RaftRpcReplyProto numbered(RaftRpcReplyProto reply, RaftRpcRequestProto request) {
        return reply.toBuilder().setCallId(request.getCallId()).build();
    }

    private RaftRpcRequestProto admit(RaftRpcRequestProto request) throws IOException {
        String sender = request.getRequestorId().toStringUtf8();
        if (!filter.admits(sender)) {
            throw new IOException("messages of " + sender + " are cut off");
        }
        return request;
    }

    private RequestVoteReplyProto vote(RaftRpcRequestProto header, RequestVoteRequestProto request) throws IOException {
        if (request.getPreVote()) {
            return server.requestVote(request);
        }
        RequestVoteReplyProto reply = votes.vote(header.getRaftGroupId(), () -> server.requestVote(request));
        return reply != null ? reply : refusal(header);
    }

    private static RequestVoteReplyProto refusal(RaftRpcRequestProto request) {
        return RequestVoteReplyProto.newBuilder()
                .setServerReply(RaftRpcReplyProto.newBuilder()
                        .setRequestorId(request.getRequestorId())
                        .setReplyId(request.getReplyId())
                        .setRaftGroupId(request.getRaftGroupId())
                        .setCallId(request.getCallId())
                        .setSuccess(false))
                .build();
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
