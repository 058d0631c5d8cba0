package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.server.RaftServerRpc;
import org.junit.jupiter.api.Test;

class NumberedMessagesTest {
    private final List<Long> sent = new ArrayList<>();

    private RaftServerRpc server() {
        return NumberedMessages.over((RaftServerRpc) Proxy.newProxyInstance(
                RaftServerRpc.class.getClassLoader(), new Class<?>[] {RaftServerRpc.class}, (_, _, arguments) -> {
                    InstallSnapshotRequestProto request = (InstallSnapshotRequestProto) arguments[0];
                    sent.add(request.getServerRequest().getCallId());
                    return InstallSnapshotReplyProto.getDefaultInstance();
                }));
    }

    private static void send(RaftServerRpc server, long term) throws IOException {
        server.installSnapshot(
                InstallSnapshotRequestProto.newBuilder().setLeaderTerm(term).build());
    }

    /** A follower takes a lower number for a chunk that comes late. */
    @Test
    void numbersRise_alsoWhenAnotherServerLeads() throws IOException {
        RaftServerRpc old = server();
        for (int chunk = 0; chunk < 300; chunk++) {
            send(old, 5);
        }
        RaftServerRpc next = server();
        send(next, 6);
        send(next, 6);
        send(old, 7);
        assertThat(sent).hasSize(303).isSorted().doesNotHaveDuplicates();
    }
}
