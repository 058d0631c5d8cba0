package dev.nestor.server.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;

/** What one server says to another. Every message may be repeated. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PeerMessage.Who.class, name = "who"),
    @JsonSubTypes.Type(value = PeerMessage.Adopt.class, name = "adopt"),
    @JsonSubTypes.Type(value = PeerMessage.Heartbeat.class, name = "heartbeat")
})
sealed interface PeerMessage {
    /**
     * How long an answer may take. Whoever leaves a heartbeat without one so long is no controller any more: the others
     * elect the next one in less time.
     */
    default Duration patience() {
        return switch (this) {
            case Who _, Adopt _ -> Duration.ofSeconds(20);
            case Heartbeat _ -> Duration.ofMillis(1500);
        };
    }

    /** Asks who a server is. Answered by {@link PeerAnswer.Identity}. */
    record Who() implements PeerMessage {}

    /** Makes a fresh server a member of a cluster. Answered by {@link PeerAnswer.Done}. */
    record Adopt(ClusterMap map) implements PeerMessage {}

    /**
     * Twice a second to the controller. Answered by {@link PeerAnswer.Pulse}, or by {@link PeerAnswer.NotController}.
     *
     * @param epoch of the sender's map
     * @param replicas what the sender holds
     */
    record Heartbeat(String server, long epoch, List<ReplicaReport> replicas) implements PeerMessage {}
}
