package dev.nestor.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.broker.Nodes.Mode;
import io.lettuce.core.resource.ClientResources;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NodesTest {
    private static final Invocation STATUS = Invocation.of("NESTOR.STATUS");
    private static final Duration MOMENT = Duration.ofMillis(200);

    /** Whoever waits that long fails by the test's bound. */
    private static final Duration FOR_EVER = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void serverThatHangs_isNotWaitedForAgain_untilItAnswers() throws Exception {
        ClientResources resources = Lettuce.resources();
        try (TestCluster servers = new TestCluster(1, folder);
                Nodes nodes = new Nodes(resources)) {
            ServerAddress server = servers.addresses().getFirst();
            assertThat(nodes.send(server, Mode.LEADER, STATUS, FOR_EVER)).isInstanceOf(Attempt.Answered.class);
            servers.server(0).pause();
            // The signal takes a moment to stop all threads.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> nodes.send(server, Mode.LEADER, STATUS, MOMENT) instanceof Attempt.Unknown);

            assertThat(nodes.isSilent(server)).isTrue();
            assertThat(nodes.send(server, Mode.REPLICA, STATUS, FOR_EVER))
                    .isEqualTo(new Attempt.NothingDone(server + " does not answer"));
            assertThat(nodes.answers(server, FOR_EVER)).isFalse();

            servers.server(0).resume();
            await().atMost(Duration.ofSeconds(30)).until(() -> !nodes.isSilent(server));
            assertThat(nodes.send(server, Mode.LEADER, STATUS, FOR_EVER)).isInstanceOf(Attempt.Answered.class);
        } finally {
            Lettuce.close(resources);
        }
    }

    @Test
    void serverThatIsOnlySlow_isNotTakenForSilent() throws Exception {
        ClientResources resources = Lettuce.resources();
        try (TestCluster servers = new TestCluster(1, folder);
                Nodes nodes = new Nodes(resources)) {
            ServerAddress server = servers.addresses().getFirst();
            nodes.send(server, Mode.LEADER, STATUS, Duration.ZERO);

            await().atMost(Duration.ofSeconds(30)).until(() -> !nodes.isSilent(server));
            assertThat(nodes.send(server, Mode.LEADER, STATUS, FOR_EVER)).isInstanceOf(Attempt.Answered.class);
        } finally {
            Lettuce.close(resources);
        }
    }
}
