package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.protocol.Reply;
import dev.nestor.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

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

    @Test
    void oneOfThreeHangs_everyCallStillWorks() throws Exception {
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), TestCluster.SETTINGS)) {
            fill(cluster);
            ServerAddress leader = cluster.locate(Key.of("key0")).leader().orElseThrow();
            servers.at(leader).pause();

            for (int i = 0; i < KEYS; i++) {
                assertThat(cluster.get(Key.of("key" + i)).value())
                        .hasToString("Optional[Json[text={\"n\":" + i + "}]]");
                assertThat(cluster.put(Key.of("key" + i), "{\"n\":" + -i + "}"))
                        .isIn(PutResult.UPDATED, PutResult.STORED);
            }
            assertThat(cluster.count(Key.EMPTY).value()).isEqualTo(KEYS);
            assertThat(cluster.isReachable(leader, Duration.ofSeconds(1))).isFalse();

            servers.at(leader).resume();
            await().atMost(Duration.ofSeconds(30)).until(() -> cluster.isReachable(leader, Duration.ofSeconds(1)));
            for (int i = 0; i < KEYS; i++) {
                assertThat(cluster.get(Key.of("key" + i)).value())
                        .hasToString("Optional[Json[text={\"n\":" + -i + "}]]");
            }
        }
    }

    /** One of them is the controller; and each partition has a server that holds none of it, and hears of it late. */
    @Test
    void whoeverOfFourHangs_everyKeyCanBeWritten() throws Exception {
        try (TestCluster servers = new TestCluster(4, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), TestCluster.SETTINGS.withCopies(3))) {
            fill(cluster);
            for (ServerAddress server : servers.addresses()) {
                servers.at(server).pause();
                for (int i = 0; i < 40; i++) {
                    assertThat(cluster.put(Key.of("key" + i), "\"" + server + "\""))
                            .isIn(PutResult.UPDATED, PutResult.STORED);
                }
                servers.at(server).resume();
                await().atMost(Duration.ofSeconds(30)).until(() -> cluster.isReachable(server, Duration.ofSeconds(1)));
                for (int i = 0; i < 40; i++) {
                    assertThat(cluster.get(Key.of("key" + i)).value())
                            .hasToString("Optional[Json[text=\"" + server + "\"]]");
                }
            }
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
            // As long as the survivor leads, it takes what it can't confirm: then the outcome is not known.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> cluster.locate(Key.of(hit)).leader().isEmpty());
            assertThatThrownBy(() -> cluster.delete(Key.of(hit))).isInstanceOf(ClusterException.Unavailable.class);
            assertThatThrownBy(() -> cluster.put(Key.of(hit), "1"))
                    .isInstanceOf(ClusterException.Unavailable.class)
                    .hasMessageStartingWith("Not carried out within 8 s: ");

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

            for (Answer<Long> count : List.of(cluster.count(Key.EMPTY), dbsize(cluster))) {
                assertThat(count.value()).isEqualTo(KEYS);
                assertThat(count.staleness()).get().asString().contains(victim.toString());
                assertThat(count.missing()).isEmpty();
            }
            assertThat(cluster.count(Key.of("key1")).value()).isEqualTo(111);
        }
    }

    @Test
    void pageThatIsTooLargeForTheLastReplica_isReadInSmallerPieces() throws Exception {
        String large = "\"" + "x".repeat(4_000_000) + "\"";
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), TestCluster.SETTINGS)) {
            for (int i = 0; i < 20; i++) {
                cluster.put(Key.of("large" + i), large);
            }
            servers.awaitRecords(3 * 20);
            servers.server(0).kill();
            servers.server(1).kill();
            Cursor<Entry> records = cluster.range(Key.EMPTY, Key.EMPTY);
            for (int i = 0; i < 20; i++) {
                assertThat(records.next()).isNotNull().extracting(Entry::value).isEqualTo(large);
            }
            assertThat(records.next()).isNull();
            assertThat(records.staleness()).isPresent();
            assertThat(records.missing()).isEmpty();
        }
    }

    @Test
    void allServersDown_isSaid_andOverWhenTheyAreBack() throws Exception {
        ClusterSettings settings = TestCluster.SETTINGS.withDeadline(Duration.ofSeconds(4));
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), settings)) {
            fill(cluster);
            killAll(servers);
            assertThatThrownBy(() -> cluster.get(Key.of("key1")))
                    .isInstanceOf(ClusterException.Unavailable.class)
                    .hasMessageStartingWith("Not carried out within 4 s: ");
            assertThatThrownBy(() -> cluster.count(Key.EMPTY))
                    .isInstanceOf(ClusterException.Unavailable.class)
                    .hasMessageMatching("Not carried out: partition 0 \\(.*\\) has no leader \\(silent: [^;]*\\)");
            assertThatThrownBy(cluster::status).hasMessageContaining("None of the servers answers");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> cluster.count(Key.EMPTY)).hasMessage("Given up: nobody has answered yet");
            assertThat(Thread.interrupted()).isTrue();
            for (int i = 0; i < 3; i++) {
                servers.server(i).startAgain();
            }
            Answer<Long> count = await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(ClusterException.class)
                    .until(() -> cluster.count(Key.EMPTY), Answer::isWhole);
            assertThat(count.value()).isEqualTo(KEYS);
        }
    }

    /** Without the others it does not know which entries of its log count. */
    @Test
    void theFirstThatComesBackAfterAllDied_doesNotSayThatEverythingIsGone() throws Exception {
        ClusterSettings settings = TestCluster.SETTINGS.withDeadline(Duration.ofSeconds(4));
        try (TestCluster servers = new TestCluster(3, folder);
                Cluster cluster = Cluster.connect(servers.addresses(), settings)) {
            fill(cluster);
            killAll(servers);
            servers.server(0).startAgain();
            servers.server(0).awaitServing();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> info(servers.server(0), "partitions").contains("partition2:"));
            assertThat(info(servers.server(0), "persistence")).contains("loading:1");
            assertThatThrownBy(() -> cluster.get(Key.of("key1"))).isInstanceOf(ClusterException.Unavailable.class);
            assertThatThrownBy(() -> keys(cluster.keys(Key.EMPTY))).isInstanceOf(ClusterException.Unavailable.class);

            servers.server(1).startAgain();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(ClusterException.class)
                    .until(() -> cluster.count(Key.EMPTY), Answer::isWhole);
            assertThat(keys(cluster.keys(Key.EMPTY))).hasSize(KEYS);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> info(servers.server(0), "persistence").contains("loading:0"));
        }
    }

    private static void killAll(TestCluster servers) throws InterruptedException {
        for (ServerAddress server : servers.addresses()) {
            servers.at(server).kill();
        }
    }

    private static String info(ServerProcess server, String section) {
        try (Jedis client = server.connect()) {
            return client.info(section);
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

    private static Answer<Long> dbsize(Cluster cluster) throws ClusterException {
        return cluster.execute(List.of("DBSIZE".getBytes(UTF_8))).map(Fields::number);
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
