package dev.nestor.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControllerTest {
    private static final ClusterMap MAP = new ClusterMap(
            "cluster",
            1,
            1,
            List.of(new ServerEntry("a", "127.0.0.1", 1), new ServerEntry("b", "127.0.0.1", 2)),
            List.of());

    private long nowMillis = 1_000_000;
    private final Controller controller = new Controller(() -> Instant.ofEpochMilli(nowMillis));

    @Test
    void silence_ofAServerThatWasNeverHeard_countsFromTheControllersElection() {
        assertThat(silence("a", 7)).isEqualTo(Map.of("a", 0L, "b", 0L));
        nowMillis += 400;
        assertThat(silence("a", 7)).isEqualTo(Map.of("a", 0L, "b", 400L));
        nowMillis += 600;
        assertThat(silence("b", 7)).isEqualTo(Map.of("a", 600L, "b", 0L));
    }

    @Test
    void silence_fromBeforeAnotherControlled_isForgotten() {
        silence("b", 7);
        nowMillis += 60_000;
        assertThat(silence("a", 9)).isEqualTo(Map.of("a", 0L, "b", 0L));
        nowMillis += 3_000;
        assertThat(silence("a", 9)).containsEntry("b", 3_000L);
    }

    @Test
    void whoIsDown_leadsNothing() {
        ReplicaReport leads = replica(true, true);
        controller.hear(new PeerMessage.Heartbeat("b", 1, List.of(leads)), MAP, 7, Map.of());
        nowMillis += Member.DOWN_MILLIS - 1;
        assertThat(leaders()).isEqualTo(Map.of(0, "b"));
        nowMillis++;
        assertThat(leaders()).isEmpty();
    }

    /** Otherwise servers that lead would look for a moment as if they did not, whenever the controller dies. */
    @Test
    void newController_takesOverWhoLed_untilItHearsOtherwise() {
        Map<Integer, String> known = Map.of(0, "b", 1, "a");
        assertThat(leaders(8, known)).as("a says that it does not lead").isEqualTo(Map.of(0, "b"));
        nowMillis += 2_999;
        assertThat(leaders(8, known)).isEqualTo(Map.of(0, "b"));
        nowMillis++;
        assertThat(leaders(8, known)).as("b said nothing in time").isEmpty();
    }

    @Test
    void controllerAgain_forgetsWhatItHeardInAnEarlierTerm() {
        controller.hear(new PeerMessage.Heartbeat("b", 1, List.of(replica(true, true))), MAP, 7, Map.of());
        assertThat(leaders(9, Map.of())).isEmpty();
    }

    /** It is not given leadership before: it could not answer for seconds. */
    @Test
    void serverThatIsCatchingUp_isNotCurrent() {
        assertThat(currentAfter(replica(false, true), replica(false, false))).containsExactly("a");
        assertThat(currentAfter(replica(false, true))).containsExactly("a", "b");
    }

    @Test
    void serverThatWasRestarted_isCurrentOnceItSaysSoItself() {
        currentAfter(replica(false, true));
        nowMillis += 1_400;
        assertThat(pulse("a").current()).containsExactly("a");
        assertThat(currentAfter(replica(false, true))).containsExactly("a", "b");
    }

    private Set<String> currentAfter(ReplicaReport... replicas) {
        controller.hear(new PeerMessage.Heartbeat("b", 1, List.of(replicas)), MAP, 7, Map.of());
        return pulse("a").current();
    }

    private static ReplicaReport replica(boolean leads, boolean current) {
        return new ReplicaReport(0, leads, 3, current, 1, 1, 1, 1);
    }

    private PeerAnswer.Pulse pulse(String server) {
        return controller.hear(new PeerMessage.Heartbeat(server, 1, List.of()), MAP, 7, Map.of());
    }

    private Map<Integer, String> leaders() {
        return pulse("a").leaders();
    }

    private Map<Integer, String> leaders(long term, Map<Integer, String> known) {
        return controller
                .hear(new PeerMessage.Heartbeat("a", 1, List.of()), MAP, term, known)
                .leaders();
    }

    /** Elected before the first map was written, it knows only of those that it heard. */
    @Test
    void controllerWithoutAMap_blamesNobody() {
        PeerAnswer.Pulse pulse = controller.hear(new PeerMessage.Heartbeat("a", 1, List.of()), null, 7, Map.of());
        assertThat(pulse.silentMillis("a")).isZero();
        assertThat(pulse.silentMillis("b")).isZero();
    }

    private Map<String, Long> silence(String server, long term) {
        return controller
                .hear(new PeerMessage.Heartbeat(server, 1, List.of()), MAP, term, Map.of())
                .silentMillis();
    }
}
