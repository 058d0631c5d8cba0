package dev.nestor.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.protocol.Slot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.exceptions.JedisDataException;

/** Real processes that are paused, told to stop, or can't start. */
@Timeout(120)
class StoppedServersTest {
    private static final Logger log = LoggerFactory.getLogger(StoppedServersTest.class);

    @TempDir
    Path folder;

    @Test
    void leader_paused_it_answers_nothing_stale_when_it_wakes_up() throws Exception {
        try (ProcessCluster cluster = ProcessCluster.start(folder, 3);
                RedisClusterClient client = cluster.connect()) {
            String key = "key";
            ServerProcess old = cluster.leaderOf(Slot.of(key.getBytes(UTF_8)) * ProcessCluster.PARTITIONS / 16384);
            client.set(key, "before");
            try (Jedis toOld = old.connect()) {
                assertThat(toOld.get(key)).isEqualTo("before");
                old.signal("STOP");
                await().atMost(ProcessCluster.PATIENCE)
                        .until(() -> cluster.servers().stream()
                                .filter(server -> server != old)
                                .anyMatch(server -> answer(server, key, "after").equals("OK")));
                old.signal("CONT");
                for (int i = 0; i < 1000; i++) {
                    assertThat(answer(toOld, key))
                            .satisfiesAnyOf(
                                    answer -> assertThat(answer).isEqualTo("after"),
                                    answer -> assertThat(answer).matches("(MOVED|CLUSTERDOWN|TRYAGAIN).*"));
                }
            }
            cluster.awaitEqualReplicas();
        }
    }

    @Test
    void leader_told_to_stop_hands_over_and_ends_well() throws Exception {
        try (ProcessCluster cluster = ProcessCluster.start(folder, 3);
                RedisClusterClient client = cluster.connect();
                Writer writer = Writer.start(client)) {
            for (ServerProcess server : cluster.servers()) {
                writer.awaitMore(100);
                long start = System.nanoTime();
                int code = server.stop();
                log.info("stopped in {} ms", (System.nanoTime() - start) / 1_000_000);
                assertThat(code).isEqualTo(143);
                assertThat(server.output()).contains("has stopped");
                writer.awaitMore(100);
                server.startAgain();
                server.awaitServing();
            }
            log.info("longest time without an acknowledgement: {} ms", writer.longestGapMillis());
            writer.close();
            writer.verify();
            cluster.awaitEqualReplicas();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void port_taken_it_ends_with_one_line_that_names_it(int offset) throws Exception {
        int port = FreePorts.find(1).getFirst();
        try (ServerSocket taken = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = ServerProcess.start(port, folder)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output().lines())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line)
                            .contains("127.0.0.1:" + taken.getLocalPort())
                            .contains("taken"));
        }
    }

    @Test
    void log_damaged_it_ends_with_the_name_of_the_file_and_the_way_out() throws Exception {
        try (ProcessCluster cluster = ProcessCluster.start(folder, 3);
                RedisClusterClient client = cluster.connect()) {
            for (int i = 0; i < 100; i++) {
                client.set("key" + i, "value" + i);
            }
            ServerProcess server = cluster.servers().getFirst();
            server.kill();
            Path damaged = damageLog(server.folder());
            String before = server.output();
            server.startAgain();
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output().substring(before.length()).lines().filter(line -> line.startsWith("nestor")))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains(damaged.resolve("../..").normalize().toString())
                            .contains("corrupted")
                            .contains("remove"));
        }
    }

    private static Path damageLog(Path folder) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.walk(folder.resolve("raft"))) {
            logs = files.filter(file -> file.getFileName().toString().startsWith("log_inprogress"))
                    .toList();
        }
        for (Path file : logs) {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, ISO_8859_1).contains("value1")) {
                int at = new String(bytes, ISO_8859_1).indexOf("value1");
                bytes[at] ^= 1;
                Files.write(file, bytes);
                return file;
            }
        }
        throw new AssertionError("no log holds what was written");
    }

    private static String answer(ServerProcess server, String key, String value) {
        try (Jedis client = server.connect()) {
            return client.set(key, value);
        } catch (JedisDataException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String answer(Jedis client, String key) {
        try {
            return client.get(key);
        } catch (JedisDataException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
