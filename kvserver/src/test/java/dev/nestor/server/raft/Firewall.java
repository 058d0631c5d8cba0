package dev.nestor.server.raft;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cuts servers off from all others, in both directions. */
final class Firewall {
    private final Set<String> isolated = ConcurrentHashMap.newKeySet();

    void isolate(String server) {
        isolated.add(server);
    }

    boolean isolates(String server) {
        return isolated.contains(server);
    }

    void heal() {
        isolated.clear();
    }

    boolean admits(String sender, String receiver) {
        return !isolates(sender) && !isolates(receiver);
    }
}
