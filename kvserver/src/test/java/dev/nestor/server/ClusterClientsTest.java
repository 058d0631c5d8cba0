package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.TestCluster.Node;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.sync.RedisAdvancedClusterCommands;
import io.lettuce.core.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.json.Path2;

/** The cluster clients that Java programs use, as they come, with keys of all partitions and a change of leaders. */
@Timeout(120)
class ClusterClientsTest {
    private static final int MANY = 100;

    @TempDir
    Path folder;

    @Test
    void jedis_worksUnmodified() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3);
                UnifiedJedis client = cluster.connect()) {
            for (int i = 0; i < MANY; i++) {
                String key = "key" + i;
                String doc = "doc" + i;
                answer(() -> client.set(key, "value of " + key));
                answer(() -> client.jsonSet(doc, Path2.ROOT_PATH, "{\"list\":[1,2]}"));
            }
            changeLeaders(cluster);
            for (int i = 0; i < MANY; i++) {
                String doc = "doc" + i;
                String key = "key" + i;
                assertThat(answer(() -> client.get(key))).isEqualTo("value of " + key);
                assertThat(answer(() -> client.jsonSet(doc, Path2.of("$.list[0]"), "3")))
                        .isEqualTo("OK");
                assertThat(answer(() -> client.jsonGet(doc, Path2.of("$.list"))))
                        .hasToString("[[3,2]]");
            }
        }
    }

    @Test
    void lettuce_worksUnmodified() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3)) {
            List<RedisURI> nodes = cluster.nodes().stream()
                    .map(node -> RedisURI.create("127.0.0.1", node.port()))
                    .toList();
            RedisClusterClient client = RedisClusterClient.create(nodes);
            try (StatefulRedisClusterConnection<String, String> connection = client.connect()) {
                RedisAdvancedClusterCommands<String, String> commands = connection.sync();
                for (int i = 0; i < MANY; i++) {
                    String key = "key" + i;
                    String doc = "doc" + i;
                    answer(() -> commands.set(key, "value of " + key));
                    answer(() -> commands.jsonSet(doc, JsonPath.ROOT_PATH, "{\"list\":[1,2]}"));
                }
                changeLeaders(cluster);
                for (int i = 0; i < MANY; i++) {
                    String doc = "doc" + i;
                    String key = "key" + i;
                    assertThat(answer(() -> commands.get(key))).isEqualTo("value of " + key);
                    assertThat(answer(() -> commands.jsonSet(doc, JsonPath.of("$.list[0]"), "3")))
                            .isEqualTo("OK");
                    assertThat(answer(() -> commands.jsonGetRaw(doc, JsonPath.of("$.list"))))
                            .singleElement()
                            .hasToString("[[3,2]]");
                }
            } finally {
                client.shutdown();
            }
        }
    }

    /** Each hand-over is a moment in which nobody leads: the servers wait it out, and the client notices nothing. */
    @Test
    void leadersChangeWhileJedisWrites_noneOfItsWritesIsRefused() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3);
                UnifiedJedis client = redis.clients.jedis.RedisClusterClient.create(
                        new HostAndPort("127.0.0.1", cluster.nodes().getFirst().port()));
                Writer writer = Writer.start(client)) {
            writer.awaitMore(50);
            for (int round = 0; round < 2; round++) {
                changeLeaders(cluster);
                writer.awaitMore(50);
            }
            writer.close();
            writer.verify();
            assertThat(writer.refusals()).isEmpty();
        }
    }

    /** What comes when leadership has settled: the clients hand the refusals of that time to their program. */
    private static <T> T answer(Callable<T> command) {
        return await().atMost(TestCluster.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(refusal ->
                        String.valueOf(refusal.getMessage()).matches("(CLUSTERDOWN|TRYAGAIN|OUTCOMEUNKNOWN).*"))
                .until(command, answer -> true);
    }

    /** Every partition gets another leader. */
    private static void changeLeaders(TestCluster cluster) {
        for (int partition = 0; partition < TestCluster.PARTITIONS; partition++) {
            int number = partition;
            // Leadership may move by itself at the same time: then whoever was asked leads no more.
            await().atMost(TestCluster.PATIENCE)
                    .ignoreExceptionsMatching(e -> e instanceof CompletionException)
                    .until(() -> handOver(cluster, number), heir -> true);
        }
    }

    /** Completes when the heir leads. */
    private static Node handOver(TestCluster cluster, int partition) {
        Node heir = cluster.follower(partition);
        cluster.leader(partition)
                .partition(partition)
                .replica()
                .transferLeadership(heir.id())
                .join();
        return heir;
    }
}
