package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.ServerAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final List<ServerAddress> SERVERS = IntStream.range(1, 6)
            .mapToObj(n -> new ServerAddress("host" + n, 9000))
            .toList();

    /** Five servers; partition n has its replicas on the servers n, n + 1 and n + 2, the first one leads. */
    private static Outlook outlook(Integer... silent) {
        List<ClusterStatus.Server> servers = SERVERS.stream()
                .map(address -> new ClusterStatus.Server(address.host(), address, "up", 1, 3))
                .toList();
        List<ClusterStatus.Partition> partitions = IntStream.range(0, 5)
                .mapToObj(n -> new ClusterStatus.Partition(
                        n,
                        n * 3277,
                        Math.min(n * 3277 + 3276, 16383),
                        "ok",
                        Optional.of(SERVERS.get(n)),
                        List.of(SERVERS.get(n), SERVERS.get((n + 1) % 5), SERVERS.get((n + 2) % 5))))
                .toList();
        Set<ServerAddress> dead = new HashSet<>();
        for (int number : silent) {
            dead.add(SERVERS.get(number - 1));
        }
        return new Outlook(new ClusterStatus("ok", "host1", "id", 1, 3, servers, partitions), dead);
    }

    @Test
    void allWell_thereIsNothingToSay() {
        assertThat(outlook().trouble()).isEmpty();
        assertThat(outlook().summary()).isEqualTo("5 servers, 5 partitions, every key on 3 servers");
    }

    @Test
    void oneOfFiveSilent_someKeysHaveFewerCopies_andThoseItLedElect() {
        assertThat(outlook(3).trouble())
                .containsExactly(
                        "host3:9000 does not answer.",
                        "Partitions 0, 1 (about 40 % of the keys): fewer than 3 copies are alive; reading and writing go on, "
                                + "nothing is lost.",
                        "Partition 2 (about 20 % of the keys): a new leader is being chosen; commands wait a moment for it.");
    }

    @Test
    void twoOfThreeCopiesSilent_writesWait_readsGoOn() {
        assertThat(outlook(2, 3).trouble())
                .contains("host2:9000, host3:9000 do not answer.")
                .anyMatch(
                        sentence -> sentence.startsWith(
                                "Partitions 0, 1 (about 40 % of the keys): too few copies are alive to write. Reading goes on"));
    }

    @Test
    void allCopiesOfAPartitionSilent_itsKeysAreOutOfReach() {
        assertThat(outlook(1, 2, 3).trouble())
                .anyMatch(sentence -> sentence.startsWith(
                        "Partition 0 (about 20 % of the keys): no copy is alive. They can be neither"));
    }

    @Test
    void nobodyAnswers_thatIsAllThereIsToSay() {
        assertThat(outlook(1, 2, 3, 4, 5).trouble())
                .singleElement()
                .asString()
                .startsWith("None of the servers answers: host1:9000, host2:9000");
    }

    @Test
    void anyDeadLoneServersView_doesNotCount() {
        // What a server says that is cut off from the others: all are up. What counts is who answers.
        Outlook outlook = outlook(2, 3, 4, 5);

        assertThat(outlook.status().servers()).allMatch(ClusterStatus.Server::isUp);
        assertThat(outlook.state(outlook.status().servers().get(1))).isEqualTo("silent");
        assertThat(outlook.health(outlook.status().partitions().get(0))).isEqualTo(Outlook.Health.NO_QUORUM);
        assertThat(outlook.health(outlook.status().partitions().get(1))).isEqualTo(Outlook.Health.DOWN);
    }
}
