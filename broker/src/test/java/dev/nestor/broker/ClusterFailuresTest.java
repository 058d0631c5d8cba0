package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.broker.Answer.MissingPartition;
import dev.nestor.protocol.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ClusterFailuresTest {
    private static final int KEYS = 300;

    @TempDir
    private Path folder;

    @Test
    void oneOfThreeKilled_everyCallStillWorks() throws Exception {
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), TestCluster.PATIENT)) {
            fill(cluster);
            servers.at(cluster.locate(Key.of("key0")).leader().orElseThrow()).kill();

            for (int i = 0; i < KEYS; i++) {
                Answer<?> answer = cluster.get(Key.of("key" + i));
                assertThat(answer.value()).hasToString("Optional[Json[text={\"n\":" + i + "}]]");
                assertThat(answer.staleness()).isEmpty();
                assertThat(cluster.put(Key.of("key" + i), "{\"n\":" + -i + "}"))
                        .isIn(PutResult.UPDATED, PutResult.STORED);
            }
            assertThat(cluster.count(Key.EMPTY).value()).isEqualTo(KEYS);
            assertThat(keys(cluster.keys(Key.EMPTY))).hasSize(KEYS);
        }
    }

    /** Each key on two of three servers: one death leaves some partitions without a majority. */
    @Test
    void partitionWithoutMajority_isReadStaleAndNotWritten() throws Exception {
        ClusterSettings settings = TestCluster.SETTINGS.withCopies(2).withDeadline(Duration.ofSeconds(8));
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), settings)) {
            fill(cluster);
            servers.awaitRecords(2L * KEYS);
            ServerAddress victim = servers.addresses().get(1);
            Map<String, Location> locations = new TreeMap<>();
            for (int i = 0; i < KEYS; i++) {
                locations.put("key" + i, cluster.locate(Key.of("key" + i)));
            }
            servers.at(victim).kill();

            String hit = locations.entrySet().stream()
                    .filter(entry -> entry.getValue().replicas().contains(victim))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            Answer<?> stale = cluster.get(Key.of(hit));
            assertThat(stale.value()).asString().contains("\"n\"");
            assertThat(stale.staleness()).get().asString().contains("partition", victim.toString());
            assertThatThrownBy(() -> cluster.delete(Key.of(hit))).isInstanceOf(ClusterException.class);

            for (Map.Entry<String, Location> entry : locations.entrySet()) {
                if (!entry.getValue().replicas().contains(victim)) {
                    assertThat(cluster.get(Key.of(entry.getKey())).isWhole()).isTrue();
                    assertThat(cluster.put(Key.of(entry.getKey()), "1")).isEqualTo(PutResult.UPDATED);
                    break;
                }
            }
            Cursor<Key> all = cluster.keys(Key.EMPTY);
            assertThat(keys(all)).hasSize(KEYS);
            assertThat(all.staleness()).isPresent();
            assertThat(all.missing()).isEmpty();

            Set<Integer> lost = new TreeSet<>();
            locations.values().stream()
                    .filter(location -> location.replicas().contains(victim))
                    .forEach(location -> lost.add(location.partition()));
            Answer<Long> count = cluster.count(Key.EMPTY);
            assertThat(count.missing()).extracting(MissingPartition::number).containsExactlyElementsOf(lost);
            assertThat(count.value())
                    .isEqualTo(locations.values().stream()
                            .filter(location -> !lost.contains(location.partition()))
                            .count());
        }
    }

    @Test
    void allServersDown_isSaid_andOverWhenTheyAreBack() throws Exception {
        ClusterSettings settings = TestCluster.SETTINGS.withDeadline(Duration.ofSeconds(4));
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), settings)) {
            fill(cluster);
            for (int i = 0; i < 3; i++) {
                servers.server(i).kill();
            }
            assertThatThrownBy(() -> cluster.get(Key.of("key1")))
                    .isInstanceOf(ClusterException.Unavailable.class)
                    .hasMessageContaining("JSON.GET could not be carried out within 4 s");
            assertThatThrownBy(() -> cluster.count(Key.EMPTY)).isInstanceOf(ClusterException.Unavailable.class);
            assertThatThrownBy(cluster::status).hasMessageContaining("None of the servers answers");
            for (int i = 0; i < 3; i++) {
                servers.server(i).startAgain();
            }
            Answer<Long> count = await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(ClusterException.class)
                    .until(() -> cluster.count(Key.EMPTY), Answer::isWhole);
            assertThat(count.value()).isEqualTo(KEYS);
        }
    }

    @Test
    void countersUnderKills_neverCountTwice() throws Exception {
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = servers.connect()) {
            long sure = 0;
            long perhaps = 0;
            for (int i = 0; i < 600; i++) {
                if (i == 200) {
                    servers.at(cluster.locate(Key.of("n")).leader().orElseThrow())
                            .kill();
                }
                try {
                    assertThat(execute(cluster, "INCR", "n")).isInstanceOf(Reply.Int.class);
                    sure++;
                } catch (ClusterException.OutcomeUnknown unknown) {
                    perhaps++;
                }
            }
            long counted = Long.parseLong(
                    cluster.get(Key.of("n")).value().orElseThrow().text());
            assertThat(counted).isBetween(sure, sure + perhaps);
            assertThat(sure).isGreaterThan(590);
        }
    }

    private static Reply execute(Cluster cluster, String... words) throws ClusterException {
        return cluster.execute(
                        Stream.of(words).map(word -> word.getBytes(UTF_8)).toList())
                .value();
    }

    private static void fill(Cluster cluster) throws IOException {
        try (BulkWriter writer = cluster.bulkWriter((tag, reason) -> {
            throw new AssertionError(reason);
        })) {
            for (int i = 0; i < KEYS; i++) {
                writer.put(i, Key.of("key" + i), ("{\"n\":" + i + "}").getBytes(UTF_8));
            }
            writer.finish();
        }
    }

    private static List<Key> keys(Cursor<Key> cursor) throws ClusterException {
        List<Key> keys = new ArrayList<>();
        for (Key key = cursor.next(); key != null; key = cursor.next()) {
            keys.add(key);
        }
        return keys;
    }
}
