package dev.nestor.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private Map<String, Long> silence(String server, long term) {
        return controller
                .hear(new PeerMessage.Heartbeat(server, 1, List.of()), MAP, term)
                .silentMillis();
    }
}
