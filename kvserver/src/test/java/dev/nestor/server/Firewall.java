package dev.nestor.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cuts servers off from all others, in both directions. */
public final class Firewall {
    private final Set<String> isolated = ConcurrentHashMap.newKeySet();

    public void isolate(String server) {
        isolated.add(server);
    }

    public boolean isolates(String server) {
        return isolated.contains(server);
    }

    public void heal() {
        isolated.clear();
    }

    public boolean admits(String sender, String receiver) {
        return !isolates(sender) && !isolates(receiver);
    }
}
