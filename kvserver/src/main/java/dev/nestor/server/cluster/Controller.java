package dev.nestor.server.cluster;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the heartbeats say. Every member of the meta group has one, but only that of the leader hears anything. It knows
 * nothing that the next heartbeats would not tell it again, so nothing of it is kept. Thread-safe.
 */
final class Controller {
    private final InstantSource clock;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    private record Heard(long atMillis, List<ReplicaReport> replicas) {}

    Controller(InstantSource clock) {
        this.clock = clock;
    }

    PeerAnswer.Pulse hear(PeerMessage.Heartbeat heartbeat, @Nullable ClusterMap newest) {
        heard.put(heartbeat.server(), new Heard(clock.millis(), heartbeat.replicas()));
        boolean behind = newest != null && newest.epoch() > heartbeat.epoch();
        return new PeerAnswer.Pulse(behind ? newest : null, leaders(), silentMillis());
    }

    /** What is known of the replicas on a server, nothing if it was never heard. */
    List<ReplicaReport> replicas(String server) {
        Heard last = heard.get(server);
        return last == null ? List.of() : last.replicas();
    }

    private Map<Integer, String> leaders() {
        Map<Integer, String> leaders = new TreeMap<>();
        Map<Integer, Long> terms = new HashMap<>();
        heard.forEach((server, last) -> {
            for (ReplicaReport replica : last.replicas()) {
                // An old leader that was cut off still thinks that it leads, but in an older term.
                if (replica.leads() && replica.term() > terms.getOrDefault(replica.partition(), -1L)) {
                    terms.put(replica.partition(), replica.term());
                    leaders.put(replica.partition(), server);
                }
            }
        });
        return leaders;
    }

    private Map<String, Long> silentMillis() {
        long now = clock.millis();
        Map<String, Long> silent = new TreeMap<>();
        heard.forEach((server, last) -> silent.put(server, now - last.atMillis()));
        return silent;
    }
}
