package dev.nestor.server.raft;

import java.util.Collection;
import java.util.List;
import org.apache.ratis.protocol.RaftPeer;

/**
 * A server as a member of groups.
 *
 * @param id the server's lasting name
 * @param address {@code host:port} of its Raft port
 */
public record RaftMember(String id, String address) {
    RaftPeer toPeer() {
        return RaftPeer.newBuilder().setId(id).setAddress(address).build();
    }

    static RaftMember of(RaftPeer peer) {
        return new RaftMember(peer.getId().toString(), peer.getAddress());
    }

    static List<RaftPeer> toPeers(Collection<RaftMember> members) {
        return members.stream().map(RaftMember::toPeer).toList();
    }
}
