package dev.nestor.server.raft;

/** Decides which servers' Raft messages get through. Fault drills cut servers off with it. */
@FunctionalInterface
public interface PeerFilter {
    /** Lets every message through. */
    PeerFilter OPEN = sender -> true;

    /** May a message of the named server come in? Called for each message, from many threads. */
    boolean admits(String sender);
}
