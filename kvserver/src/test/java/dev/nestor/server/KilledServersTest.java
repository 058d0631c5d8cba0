package dev.nestor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClusterClient;

/** Real processes, killed with SIGKILL while a cluster client writes. */
@Timeout(180)
class KilledServersTest {
    private static final Logger log = LoggerFactory.getLogger(KilledServersTest.class);

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_write_survives_kills_of_each_server_in_turn_and_of_all_at_once() throws Exception {
        try (ProcessCluster cluster = ProcessCluster.start(folder, 3);
                RedisClusterClient client = cluster.connect();
                Writer writer = Writer.start(client)) {
            for (ServerProcess server : cluster.servers()) {
                writer.awaitMore(100);
                server.kill();
                writer.awaitMore(100);
                assertThat(server.isAlive()).isFalse();
                server.startAgain();
                server.awaitServing();
            }
            writer.awaitMore(100);
            log.info("longest time without an acknowledgement: {} ms", writer.longestGapMillis());
            if (writer.longestGapMillis() < 1_000) {
                // So no election took longer than commands may wait for one.
                assertThat(writer.refusals()).noneMatch(refusal -> refusal.startsWith("CLUSTERDOWN"));
            }
            for (ServerProcess server : cluster.servers()) {
                server.kill();
            }
            for (ServerProcess server : cluster.servers()) {
                server.startAgain();
            }
            cluster.awaitServing();
            writer.awaitMore(100);
            writer.close();
            writer.verify();
            cluster.awaitEqualReplicas();
        }
    }

    @Test
    void over_the_other_transport_a_killed_leader_is_replaced_and_comes_back() throws Exception {
        try (ProcessCluster cluster = ProcessCluster.start(folder, 3, TestTransports.OTHER);
                RedisClusterClient client = cluster.connect();
                Writer writer = Writer.start(client)) {
            writer.awaitMore(100);
            ServerProcess killed = cluster.leaderOf(0);
            killed.kill();
            writer.awaitMore(100);
            log.info("longest time without an acknowledgement: {} ms", writer.longestGapMillis());
            killed.startAgain();
            killed.awaitServing();
            writer.awaitMore(100);
            writer.close();
            writer.verify();
            cluster.awaitEqualReplicas();
        }
    }
}
