package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.Key;
import dev.nestor.broker.Location;
import dev.nestor.broker.ServerAddress;
import dev.nestor.broker.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What commands say while servers are dead: four servers, every key on two of them. */
@Timeout(180)
class TroubleTest {
    private static final int COPIES = 2;
    private static final int PARTITIONS = 8;
    private static final ClusterSettings SHAPE =
            TestCluster.PATIENT.withCopies(COPIES).withPartitions(PARTITIONS);

    /** Whoever waited for an election that can't be would wait for ever. */
    private static final ClusterSettings SETTINGS =
            new ClusterSettings(ClusterSettings.ANY, ClusterSettings.ANY, Duration.ofSeconds(3), Duration.ofHours(1));

    @TempDir
    private Path folder;

    private TestCluster servers;
    private Cluster cluster;

    /** A key of each partition, and where it is. */
    private final Map<String, Location> keys = new TreeMap<>();

    private final Set<ServerAddress> dead = new HashSet<>();

    @BeforeEach
    void start() throws Exception {
        servers = new TestCluster(4, folder);
        try (Cluster filled = Cluster.connect(servers.addresses(), SHAPE)) {
            putAKeyIntoEachPartition(filled);
        }
        servers.awaitRecords(COPIES * PARTITIONS);
        cluster = Cluster.attach(servers.addresses(), SETTINGS);
    }

    private void putAKeyIntoEachPartition(Cluster filled) throws ClusterException {
        Set<Integer> partitions = new HashSet<>();
        for (int i = 0; partitions.size() < PARTITIONS; i++) {
            Location location = filled.locate(Key.of("key" + i));
            if (partitions.add(location.partition())) {
                keys.put("key" + i, location);
                filled.put(Key.of("key" + i), "{\"n\":" + i + "}");
            }
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        cluster.close();
        servers.close();
    }

    @Test
    void whoeverDies_eachKeyGetsTheWarningThatIsTrueForIt_andNoneWhenAllAreBack() throws Exception {
        List<ServerAddress> pair = keys.values().iterator().next().replicas();

        kill(pair.getFirst());
        assertThat(keysWith(1)).isNotEmpty();
        assertThat(keysWith(2)).isEmpty();
        assertEveryKeyIsAnsweredAsItIs();
        assertNotWritten(keysWith(1).getFirst());

        kill(pair.getLast());
        assertThat(keysWith(2)).isNotEmpty();
        assertEveryKeyIsAnsweredAsItIs();

        killTheOthers();
        assertAllIsLost();

        for (int i = 0; i < 4; i++) {
            servers.server(i).startAgain();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        run("STATUS").out().endsWith("All is well: 4 servers, 8 partitions, every key on 2 servers."));
        dead.clear();
        assertEveryKeyIsAnsweredAsItIs();
    }

    private void killTheOthers() throws InterruptedException {
        for (ServerAddress server : servers.addresses()) {
            if (!dead.contains(server)) {
                kill(server);
            }
        }
    }

    private void kill(ServerAddress server) throws InterruptedException {
        servers.at(server).kill();
        dead.add(server);
    }

    private Spoken run(String command) {
        return Spoken.commands(cluster, OutputFormat.TEXT, command);
    }

    /** Those of whose copies so many are dead. */
    private List<String> keysWith(int deadCopies) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().replicas().stream()
                                .filter(dead::contains)
                                .count()
                        == deadCopies)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Their partitions, as a sentence begins with them. */
    private String partitions(List<String> some) {
        String numbers = some.stream()
                .map(key -> location(key).partition())
                .sorted()
                .map(number -> Integer.toString(number))
                .collect(Collectors.joining(", "));
        return (some.size() == 1 ? "Partition " : "Partitions ") + numbers + " (about "
                + Math.round(100.0 * some.size() / PARTITIONS) + " % of the keys): ";
    }

    private void assertEveryKeyIsAnsweredAsItIs() {
        for (String key : keysWith(0)) {
            assertThat(run("GET " + key)).isEqualTo(new Spoken(answer(key), "", true));
            assertThat(run("PUT " + key + " {\"n\": " + number(key) + "}")).isEqualTo(new Spoken("UPDATED", "", true));
        }
        for (String key : keysWith(1)) {
            Spoken stale = run("GET " + key);
            assertThat(stale.out()).isEqualTo(answer(key));
            assertThat(stale.err()).startsWith("This may be stale: it comes from " + survivor(key) + ", while");
            assertAllTroubleIsTold(key);
        }
        keysWith(2).stream().findFirst().ifPresent(this::assertLost);
        Spoken count = run("COUNT");
        assertThat(count.out())
                .isEqualTo(Integer.toString(keysWith(0).size() + keysWith(1).size()));
        assertThat(count.err().contains("Some of this may be stale: not every partition has a leader."))
                .isEqualTo(!keysWith(1).isEmpty());
        assertThat(count.err().contains("This is incomplete: "))
                .isEqualTo(!keysWith(2).isEmpty());
    }

    private void assertLost(String key) {
        Spoken lost = run("GET " + key);
        assertThat(lost.done()).isFalse();
        assertThat(lost.out()).isEmpty();
        assertAllTroubleIsTold(key);
    }

    private void assertNotWritten(String key) {
        Spoken refused = run("PUT " + key + " 1");
        assertThat(refused.done()).isFalse();
        assertThat(refused.err()).startsWith("Error: ").doesNotContain("JSON.SET");
        assertThat(run("GET " + key).out()).isEqualTo(answer(key));
    }

    private void assertAllIsLost() {
        Spoken spoken = run("GET " + keys.keySet().iterator().next());
        assertThat(spoken.done()).isFalse();
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("None of the servers answers: ")
                .endsWith("Nothing can be read or written until they are back; what was stored is on their disks.");
        assertThat(Spoken.commands(cluster, OutputFormat.JSON, "KEYS", "COUNT")
                        .out()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"error\": \"Not carried out: ") && line.endsWith("\"}"));
    }

    /**
     * Who is dead, which partitions can only be read, which are out of reach; and nothing else, once no other partition
     * elects: any may, at any moment, and that is trouble to tell as well.
     */
    private void assertAllTroubleIsTold(String key) {
        List<String> expected = expectedTrouble();
        await().untilAsserted(() -> {
            List<String> told = run("GET " + key).err().lines().skip(1).toList();
            assertThat(told).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(told.get(i)).startsWith(expected.get(i));
            }
        });
    }

    private List<String> expectedTrouble() {
        String silent = servers.addresses().stream()
                .filter(dead::contains)
                .map(ServerAddress::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> expected = new ArrayList<>();
        expected.add(silent + (dead.size() == 1 ? " does" : " do") + " not answer.");
        if (!keysWith(1).isEmpty()) {
            expected.add(partitions(keysWith(1)) + "too few copies are alive to write. Reading goes on");
        }
        if (!keysWith(2).isEmpty()) {
            expected.add(partitions(keysWith(2)) + "no copy is alive.");
        }
        return expected;
    }

    private ServerAddress survivor(String key) {
        return location(key).replicas().stream()
                .filter(server -> !dead.contains(server))
                .findFirst()
                .orElseThrow();
    }

    private Location location(String key) {
        return Objects.requireNonNull(keys.get(key));
    }

    private static String number(String key) {
        return key.substring("key".length());
    }

    private static String answer(String key) {
        return key + " : {\"n\": " + number(key) + "}";
    }
}
