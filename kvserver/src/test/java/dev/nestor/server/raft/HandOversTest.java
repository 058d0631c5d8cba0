package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.raft.RaftSettings.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups that share their servers, and so the connections between those, hand over leadership at the same moment. */
class HandOversTest {
    private static final int GROUPS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void allAtOnce_eachGroupIsLedByItsHeir(Transport transport) throws Exception {
        try (TestGroup servers = TestGroup.started(folder, 2, transport)) {
            List<Map<String, RaftReplica<Integer>>> groups =
                    Stream.generate(servers::openAnother).limit(GROUPS).toList();
            for (String heir : List.of("s0", "s1", "s0", "s1")) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    handOverAll(groups, heir);
                    assertThat(groups)
                            .allMatch(replicas ->
                                    Objects.requireNonNull(replicas.get(heir)).isLeader());
                });
            }
        }
    }

    /** What fails is tried again, but not what fails for ever. */
    private static void handOverAll(Collection<Map<String, RaftReplica<Integer>>> groups, String heir) {
        CompletableFuture.allOf(groups.stream()
                        .flatMap(replicas -> replicas.entrySet().stream())
                        .filter(replica -> !replica.getKey().equals(heir)
                                && replica.getValue().isLeader())
                        .map(replica -> replica.getValue().transferLeadership(heir))
                        .toArray(CompletableFuture<?>[]::new))
                .exceptionally(_ -> null)
                .join();
    }
}
