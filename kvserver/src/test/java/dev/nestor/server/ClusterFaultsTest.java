package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.TestCluster.Node;
import dev.nestor.server.raft.DiskFilter;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Whole servers under faults. Each test fails if its fault did not come about. */
@Timeout(120)
class ClusterFaultsTest {
    private static final int PARTITION = 1;

    @TempDir
    Path folder;

    /** Threads of the engine end with an exception when their log has failed; that is no news. */
    @BeforeAll
    static void letThreadsFail() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void watchThreads() {
        Awaitility.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void leader_isolated_it_answers_nothing_stale_while_the_majority_goes_on(int size) throws Exception {
        answersNothingStale(size, TestTransports.USUAL);
    }

    @Test
    void leader_isolated_it_answers_nothing_stale_over_the_other_transport_either() throws Exception {
        answersNothingStale(3, TestTransports.OTHER);
    }

    private void answersNothingStale(int size, Transport transport) throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, size, transport)) {
            String key = cluster.key(PARTITION);
            Node old = cluster.leader(PARTITION);
            try (Jedis toOld = old.connect();
                    StaleReads reads = new StaleReads(old, key)) {
                toOld.set(key, "before");
                reads.awaitMore();

                cluster.firewall().isolate(old.id());
                // It may have led on for a moment: what it took then may or may not have gone through.
                assertThatThrownBy(() -> toOld.set(key, "lost"))
                        .isInstanceOf(JedisDataException.class)
                        .hasMessageStartingWith("OUTCOMEUNKNOWN");
                cluster.atLeader(PARTITION, client -> client.set(key, "after"));
                reads.expect("after");
                assertThat(cluster.atLeader(PARTITION, client -> client.get(key)))
                        .isEqualTo("after");
                assertThatThrownBy(() -> toOld.set(key, "later"))
                        .isInstanceOf(JedisDataException.class)
                        .hasMessageMatching("(CLUSTERDOWN|MOVED).*");
                reads.awaitMore();
            }
            cluster.firewall().heal();
            cluster.awaitEqualReplicas();
            assertThat(cluster.atLeader(PARTITION, client -> client.get(key))).isEqualTo("after");
        }
    }

    /** A change of leaders that takes longer than commands may wait for it says nothing. The next one may be faster. */
    @Test
    void leader_isolated_commands_at_the_others_wait_for_the_next_one() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3)) {
            await().atMost(TestCluster.PATIENCE).until(() -> {
                long start = System.nanoTime();
                List<String> answers = changeLeader(cluster);
                boolean inTime = System.nanoTime() - start < 1_000_000_000;
                if (inTime) {
                    assertThat(answers).noneMatch(answer -> answer.startsWith("CLUSTERDOWN"));
                }
                cluster.firewall().heal();
                return inTime;
            });
        }
    }

    /** What the others answer from when they have lost their leader until one of them leads. */
    private static List<String> changeLeader(TestCluster cluster) {
        String key = cluster.key(PARTITION);
        Node old = cluster.leader(PARTITION);
        List<Node> others = cluster.nodes().stream().filter(node -> node != old).toList();
        List<String> answers = new ArrayList<>();
        try (Jedis one = others.getFirst().connect();
                Jedis other = others.getLast().connect()) {
            cluster.firewall().isolate(old.id());
            while (!answers.contains("OK")) {
                answers.add(answer(one, key));
                answers.add(answer(other, key));
            }
        }
        return answers;
    }

    @Test
    void majority_lost_commands_are_refused_when_they_have_waited() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3)) {
            String key = cluster.key(PARTITION);
            cluster.nodes().forEach(node -> cluster.firewall().isolate(node.id()));
            for (Node node : cluster.nodes()) {
                await().atMost(TestCluster.PATIENCE).until(() -> knowsNoLeader(node));
                try (Jedis client = node.connect()) {
                    assertThat(answer(client, key)).startsWith("CLUSTERDOWN partition 1 has no leader");
                }
            }
            cluster.firewall().heal();
            cluster.leader(PARTITION);
        }
    }

    @ParameterizedTest
    @EnumSource
    void follower_far_behind_gets_a_snapshot_and_goes_on(Transport transport) throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3, transport);
                RedisClusterClient client = cluster.connect()) {
            Node behind = cluster.follower(PARTITION);
            cluster.firewall().isolate(behind.id());
            String key = cluster.key(PARTITION);
            Node leader = cluster.leader(PARTITION);
            long reached = behind.partition(PARTITION).replica().appliedIndex();
            byte[] value = new byte[50_000];
            await().atMost(TestCluster.PATIENCE).until(() -> {
                client.set(key.getBytes(java.nio.charset.StandardCharsets.UTF_8), value);
                return firstLogged(leader) > reached + 1;
            });

            cluster.firewall().heal();
            cluster.awaitEqualReplicas();
            client.set(key, "after");
            cluster.awaitEqualReplicas();
            assertThat(behind.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void all_stopped_and_started_everything_is_there(int size) throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, size);
                RedisClusterClient client = cluster.connect();
                Writer writer = Writer.start(client)) {
            writer.awaitMore(200);
            for (Node node : cluster.nodes()) {
                node.stop();
            }
            for (Node node : cluster.nodes()) {
                node.start();
            }
            writer.awaitMore(200);
            writer.close();
            writer.verify();
            cluster.awaitEqualReplicas();
        }
    }

    /** The list of opened groups is the last that a server writes while the cluster is formed. */
    @Test
    void killed_while_the_cluster_was_formed_it_starts_and_takes_part() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3)) {
            Node killed = cluster.follower(PARTITION);
            killed.stop();
            Files.delete(killed.folder().resolve("groups"));
            killed.start();
            cluster.awaitEqualReplicas();
        }
    }

    @Test
    void message_that_makes_no_sense_gets_an_answer() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3);
                Jedis client = new Jedis("127.0.0.1", cluster.nodes().getFirst().port(), 5_000)) {
            for (String message : List.of("", "null", "{}", "{\"type\":\"adopt\"}", "{\"type\":\"heartbeat\"}")) {
                assertThatThrownBy(
                                () -> client.sendCommand(() -> "NESTOR.PEER".getBytes(StandardCharsets.UTF_8), message))
                        .isInstanceOf(JedisDataException.class);
            }
        }
    }

    @Test
    void disk_of_one_server_is_slow_the_others_go_on_without_it() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3);
                RedisClusterClient client = cluster.connect();
                Writer writer = Writer.start(client)) {
            writer.awaitMore(50);
            Node slow = cluster.follower(PARTITION);
            AtomicInteger syncs = new AtomicInteger();
            slow.disk(() -> {
                syncs.incrementAndGet();
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            });
            writer.awaitMore(100);
            assertThat(syncs).hasPositiveValue();
            slow.disk(DiskFilter.SOUND);
            writer.close();
            writer.verify();
            cluster.awaitEqualReplicas();
            assertThat(slow.failures()).isEmpty();
        }
    }

    @Test
    void disk_of_one_server_fails_it_ends_with_the_reason_and_the_others_go_on() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3);
                RedisClusterClient client = cluster.connect();
                Writer writer = Writer.start(client)) {
            writer.awaitMore(50);
            Node broken = cluster.leader(PARTITION);
            broken.disk(() -> {
                throw new IOException("input/output error");
            });
            await().atMost(TestCluster.PATIENCE).until(() -> !broken.failures().isEmpty());
            assertThat(broken.failures())
                    .anySatisfy(reason -> assertThat(reason)
                            .contains("the log could not be written")
                            .contains("input/output error"));
            broken.stop();
            writer.awaitMore(100);
            writer.close();
            writer.verify();
        }
    }

    @Test
    void disk_nearly_full_writes_are_refused_reads_go_on_and_writes_come_back() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3)) {
            String key = cluster.key(PARTITION);
            Node leader = cluster.leader(PARTITION);
            try (Jedis client = leader.connect()) {
                client.set(key, "before");
                leader.freeBytes(DiskSpace.LOW_BYTES - 1);
                await().atMost(TestCluster.PATIENCE)
                        .untilAsserted(() ->
                                assertThatThrownBy(() -> client.set(key, "x")).hasMessageStartingWith("MISCONF"));
                String last = client.get(key);
                assertThat(last).isIn("before", "x");
                assertThatThrownBy(() -> client.set(key, "refused")).hasMessageStartingWith("MISCONF");
                assertThat(client.get(key)).isEqualTo(last);
                leader.freeBytes(DiskSpace.ENOUGH_BYTES);
                await().atMost(TestCluster.PATIENCE)
                        .ignoreExceptionsInstanceOf(JedisDataException.class)
                        .until(() -> client.set(key, "after").equals("OK"));
            }
        }
    }

    private static boolean knowsNoLeader(Node node) {
        return node.partition(PARTITION).replica().leader().isEmpty();
    }

    private static String answer(Jedis client, String key) {
        try {
            return client.set(key, "value");
        } catch (JedisDataException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Where the log of a server's replica begins, by the names of its files. */
    private static long firstLogged(Node node) throws IOException {
        String group = node.partition(PARTITION).replica().group().toString();
        try (Stream<Path> files =
                Files.list(node.folder().resolve("raft").resolve(group).resolve("current"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("log_"))
                    .mapToLong(name -> Long.parseLong(name.replaceFirst("log_(inprogress_)?(\\d+).*", "$2")))
                    .min()
                    .orElseThrow();
        }
    }

    /** Reads one key from one server all the time, and fails if it gets what was overwritten before it asked. */
    private static final class StaleReads implements AutoCloseable {
        private final Node node;
        private final String key;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger asked = new AtomicInteger();
        private final List<String> stale = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final Thread thread;
        private volatile String expected = "";

        StaleReads(Node node, String key) {
            this.node = node;
            this.key = key;
            this.thread = Thread.ofPlatform().name("reader").start(this::read);
        }

        /** From now on nothing else may be answered. */
        void expect(String value) {
            expected = value;
        }

        void awaitMore() {
            int before = asked.get();
            await().atMost(TestCluster.PATIENCE).until(() -> asked.get() > before + 2);
        }

        @Override
        public void close() throws InterruptedException {
            stop.set(true);
            thread.join();
            assertThat(stale).isEmpty();
        }

        private void read() {
            try (Jedis client = node.connect()) {
                while (!stop.get()) {
                    String must = expected;
                    try {
                        String found = client.get(key);
                        if (!must.isEmpty() && !must.equals(found)) {
                            stale.add(found);
                        }
                    } catch (JedisException unavailable) {
                        // It refuses, which is what it should do when it can't be sure.
                        Thread.onSpinWait();
                    }
                    asked.incrementAndGet();
                }
            }
        }
    }
}
