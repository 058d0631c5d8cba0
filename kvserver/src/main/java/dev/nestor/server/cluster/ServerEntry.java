package dev.nestor.server.cluster;

import dev.nestor.server.raft.RaftMember;

/**
 * A server of the cluster.
 *
 * @param id 40 hexadecimal digits, drawn when the server first started
 * @param host where clients and servers reach it
 * @param port the client port
 */
public record ServerEntry(String id, String host, int port) {
    /** How far the Raft port is above the client port: Redis Cluster's convention for its bus. */
    public static final int RAFT_PORT_OFFSET = 10_000;

    public String address() {
        return host + ":" + port;
    }

    RaftMember toMember() {
        return new RaftMember(id, host + ":" + (port + RAFT_PORT_OFFSET));
    }
}
