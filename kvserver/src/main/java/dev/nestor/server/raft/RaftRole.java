package dev.nestor.server.raft;

/** What a replica is in its group at the moment. */
public enum RaftRole {
    LEADER,
    FOLLOWER,
    CANDIDATE
}
