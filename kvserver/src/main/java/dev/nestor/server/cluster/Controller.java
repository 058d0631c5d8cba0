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

    /** The term of the meta group in which this server controls, and since when; before that, others were told. */
    private long term = -1;

    private long sinceMillis;

    private record Heard(long atMillis, List<ReplicaReport> replicas) {}

    Controller(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes a heartbeat in and answers it.
     *
     * @param controlTerm the meta group's, in which this server leads it
     */
    synchronized PeerAnswer.Pulse hear(PeerMessage.Heartbeat heartbeat, @Nullable ClusterMap newest, long controlTerm) {
        if (controlTerm != term) {
            term = controlTerm;
            sinceMillis = clock.millis();
        }
        heard.put(heartbeat.server(), new Heard(clock.millis(), heartbeat.replicas()));
        boolean behind = newest != null && newest.epoch() > heartbeat.epoch();
        return new PeerAnswer.Pulse(behind ? newest : null, leaders(), silentMillis(newest));
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

    /** A controller that has just been elected blames nobody for the time before. */
    private Map<String, Long> silentMillis(@Nullable ClusterMap map) {
        long now = clock.millis();
        Map<String, Long> silent = new TreeMap<>();
        if (map != null) {
            map.servers().forEach(server -> silent.put(server.id(), now - sinceMillis));
        }
        heard.forEach((server, last) -> silent.put(server, now - Math.max(sinceMillis, last.atMillis())));
        return silent;
    }
}
