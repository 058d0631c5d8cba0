package dev.nestor.server.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What one server says to another. Every message may be repeated. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PeerMessage.Who.class, name = "who"),
    @JsonSubTypes.Type(value = PeerMessage.Adopt.class, name = "adopt"),
    @JsonSubTypes.Type(value = PeerMessage.Heartbeat.class, name = "heartbeat")
})
sealed interface PeerMessage {
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
