package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.ClusterStatus.Partition;
import dev.nestor.protocol.Slot;
import io.lettuce.core.resource.ClientResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BulkWriterTest {
    private static final int RECORDS = 3000;

    @TempDir
    private static Path folder;

    private static TestCluster servers;
    private static Cluster cluster;

    private final List<Long> refused = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        servers = new TestCluster(3, folder);
        cluster = Cluster.connect(servers.addresses(), TestCluster.PATIENT.withPartitions(3));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        cluster.close();
        servers.close();
    }

    @Test
    void serversThatPartitionInAnotherWayThanWasKnown_storeEverything() throws Exception {
        ClusterStatus status = cluster.status();
        assertThat(status.partitions()).hasSize(3);
        ClusterStatus wrong = new ClusterStatus(
                status.state(),
                status.me(),
                status.clusterId(),
                status.epoch(),
                status.copies(),
                status.servers(),
                List.of(new Partition(1, 0, Slot.COUNT - 1, "ok", Optional.empty(), List.of())));
        ClientResources resources = Lettuce.resources();
        try (Nodes nodes = new Nodes(resources);
                Transport transport = Transport.to(resources, servers.addresses());
                BulkWriter writer = new BulkWriter(
                        transport,
                        new Members(nodes, TestCluster.PATIENT.turn(), wrong),
                        TestCluster.PATIENT,
                        new CountDownLatch(1),
                        (tag, reason) -> refused.add(tag))) {
            for (int i = 0; i < RECORDS; i++) {
                writer.put(i, Key.of("other" + i), Integer.toString(i).getBytes(UTF_8));
            }
            writer.finish();
            assertThat(writer.stored()).isEqualTo(RECORDS);
        } finally {
            Lettuce.close(resources);
        }
        assertThat(refused).isEmpty();
        for (int i = 0; i < RECORDS; i++) {
            assertThat(cluster.get(Key.of("other" + i)).value()).contains(new Value.Json(Integer.toString(i)));
        }
    }

    @Test
    void whatWaitsForItsBatch_isSent_whenAnotherPutOfItsKeyComes() throws Exception {
        try (BulkWriter writer = cluster.bulkWriter((tag, reason) -> refused.add(tag))) {
            writer.put(1, Key.of("twice"), "1".getBytes(UTF_8));
            writer.put(2, Key.of("twice"), "2".getBytes(UTF_8));
            assertThat(cluster.get(Key.of("twice")).value()).contains(new Value.Json("1"));
            writer.finish();
        }
        assertThat(cluster.get(Key.of("twice")).value()).contains(new Value.Json("2"));
        assertThat(refused).isEmpty();
    }
}
