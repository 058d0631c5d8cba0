package dev.nestor.server.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server answers to a {@link PeerMessage}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PeerAnswer.Identity.class, name = "identity"),
    @JsonSubTypes.Type(value = PeerAnswer.Done.class, name = "done"),
    @JsonSubTypes.Type(value = PeerAnswer.Pulse.class, name = "pulse"),
    @JsonSubTypes.Type(value = PeerAnswer.NotController.class, name = "notController"),
    @JsonSubTypes.Type(value = PeerAnswer.Refused.class, name = "refused")
})
sealed interface PeerAnswer {
    /** The server's id, and its map if it belongs to a cluster. */
    record Identity(String id, @Nullable ClusterMap map) implements PeerAnswer {}

    record Done() implements PeerAnswer {}

    /**
     * What the controller knows.
     *
     * @param map the map, if it is newer than the one that the heartbeat named
     * @param leaders who leads each partition that has a leader
     * @param current the servers that were heard a moment ago and have applied what they know
     * @param silentMillis for how long nothing was heard of each server
     */
    record Pulse(
            @Nullable ClusterMap map, Map<Integer, String> leaders, Set<String> current, Map<String, Long> silentMillis)
            implements PeerAnswer {
        /** Before anything was heard. */
        static final Pulse NONE = new Pulse(null, Map.of(), Set.of(), Map.of());

        /** A controller that does not know of a server yet has nothing against it. */
        long silentMillis(String server) {
            return silentMillis.getOrDefault(server, 0L);
        }
    }

    /** Another server is the controller: this one, as far as known. */
    record NotController(@Nullable String controller) implements PeerAnswer {}

    /** It can't be done, for a reason that people understand. */
    record Refused(String reason) implements PeerAnswer {}
}
