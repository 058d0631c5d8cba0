package dev.nestor.server.cluster;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the heartbeats say. Every member of the meta group has one, but only that of the leader hears anything. It knows
 * nothing that the next heartbeats would not tell it again, so nothing of it is kept. Thread-safe.
 */
final class Controller {
    /** Longer than it takes until the next heartbeat, shorter than a process takes to start and send its first. */
    private static final long FRESH_MILLIS = 1_250;

    /** Longer than a server takes to find a new controller by asking one after the other, every half second. */
    private static final long INHERITED_MILLIS = 3_000;

    private final InstantSource clock;

    /** The last heartbeat of each server in this term. */
    private final Map<String, Heard> heard = new HashMap<>();

    /** The term of the meta group in which this server controls, and since when; before that, others were told. */
    private long term = -1;

    private long sinceMillis;

    /** Who led when this server took over, as the controller before it had said. */
    private Map<Integer, String> inherited = Map.of();

    private record Heard(long atMillis, List<ReplicaReport> replicas) {}

    Controller(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes a heartbeat in and answers it.
     *
     * @param controlTerm the meta group's, in which this server leads it
     * @param known who leads each partition, as far as this server was told before
     */
    synchronized PeerAnswer.Pulse hear(
            PeerMessage.Heartbeat heartbeat,
            @Nullable ClusterMap newest,
            long controlTerm,
            Map<Integer, String> known) {
        if (controlTerm > term) {
            term = controlTerm;
            sinceMillis = clock.millis();
            heard.clear();
            inherited = Map.copyOf(known);
        }
        heard.put(heartbeat.server(), new Heard(clock.millis(), heartbeat.replicas()));
        boolean behind = newest != null && newest.epoch() > heartbeat.epoch();
        return new PeerAnswer.Pulse(behind ? newest : null, leaders(), current(), silentMillis(newest));
    }

    /** Who is down leads nothing, whatever it said last. Who had no time yet to say that it leads still does. */
    private Map<Integer, String> leaders() {
        Map<Integer, String> leaders = new TreeMap<>();
        if (clock.millis() - sinceMillis < INHERITED_MILLIS) {
            inherited.forEach((partition, leader) -> {
                if (!heard.containsKey(leader)) {
                    leaders.put(partition, leader);
                }
            });
        }
        Map<Integer, Long> terms = new HashMap<>();
        heard.forEach((server, last) -> {
            if (silentMillis(last) >= Member.DOWN_MILLIS) {
                return;
            }
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

    /** What a server said before it died says nothing about the one that was started in its place. */
    private Set<String> current() {
        Set<String> current = new TreeSet<>();
        heard.forEach((server, last) -> {
            if (silentMillis(last) < FRESH_MILLIS && last.replicas().stream().allMatch(ReplicaReport::current)) {
                current.add(server);
            }
        });
        return current;
    }

    /**
     * A controller that has just been elected blames nobody for the time before. As long as it has no map, it knows only
     * of servers that it heard.
     */
    private Map<String, Long> silentMillis(@Nullable ClusterMap map) {
        Map<String, Long> silent = new TreeMap<>();
        if (map != null) {
            map.servers().forEach(server -> silent.put(server.id(), clock.millis() - sinceMillis));
        }
        heard.forEach((server, last) -> silent.put(server, silentMillis(last)));
        return silent;
    }

    private long silentMillis(Heard last) {
        return clock.millis() - last.atMillis();
    }
}
