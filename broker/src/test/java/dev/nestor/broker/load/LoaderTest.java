package dev.nestor.broker.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.Cursor;
import dev.nestor.broker.Entry;
import dev.nestor.broker.Key;
import dev.nestor.broker.TestCluster;
import dev.nestor.broker.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(180)
class LoaderTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static TestCluster servers;
    private static Cluster cluster;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        servers = new TestCluster(3, folder);
        cluster = Cluster.connect(servers.addresses(), TestCluster.PATIENT);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        cluster.close();
        servers.close();
    }

    @BeforeEach
    void empty() throws ClusterException {
        cluster.execute(List.of("FLUSHALL".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 10000})
    void semicolonFile_readsBackAsItsLinesSay(int records) throws IOException {
        byte[] file = resource("semicolon-" + records + ".txt");
        Summary summary = load(file);
        assertThat(err.toString()).isEmpty();
        assertThat(summary.stored()).isEqualTo(records);
        assertThat(summary.rejects()).isZero();

        Map<String, JsonNode> expected = meaning(new String(file, UTF_8));
        assertThat(expected).hasSize(records);
        assertThat(all()).isEqualTo(expected);
    }

    @Test
    void rejects_areToldByLineAndReason_andTheOthersAreLoaded() throws IOException {
        Summary summary = load("""
                "a": {"x": 1}
                "b": {"x": }
                c
                "d": {"x": 1, "x": 2}
                "e": {"x" : "1;2" ; "y" : [] }
                "f": {"x": 1} 2
                """.getBytes(UTF_8));
        assertThat(summary.stored()).isEqualTo(2);
        assertThat(summary.rejects()).isEqualTo(4);
        assertThat(err.toString().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("test, line 2: "))
                .anyMatch(line -> line.equals("test, line 3: expected \"key\": value"))
                .anyMatch(line -> line.startsWith("test, line 4: "))
                .anyMatch(line -> line.startsWith("test, line 6: "));
        assertThat(all())
                .isEqualTo(Map.of("a", JSON.readTree("{\"x\":1}"), "e", JSON.readTree("{\"x\":\"1;2\",\"y\":[]}")));
    }

    @Test
    void arrayOfRecords_isRefusedWithAWayOut() {
        assertThatThrownBy(() -> load("[{\"_key\": \"a\", \"x\": 1}]".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("JSON array")
                .hasMessageContaining("_key")
                .hasMessageContaining("jq -c");
    }

    @Test
    void interrupted_itSaysHowFarItCame_andMayBeRepeated() throws IOException {
        byte[] file = resource("semicolon-10000.txt");
        try (InputStream in = new Interrupted(
                file, file.length / 2, () -> Thread.currentThread().interrupt())) {
            assertThatThrownBy(() -> load(in, file.length))
                    .hasMessageMatching(
                            "test: It was interrupted\\. The load is not complete \\([\\d,]+ records? stored\\),"
                                    + " and may be repeated");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(load(file).stored()).isEqualTo(10_000);
    }

    @Test
    void rejectsAmongMany_harmNoOther() throws IOException {
        Random random = new Random(Long.getLong("nestor.seed", 42));
        StringBuilder lines = new StringBuilder();
        List<String> rejects = new ArrayList<>();
        Map<String, JsonNode> expected = new TreeMap<>();
        for (int i = 1; i <= 10_000; i++) {
            // They come alone and many in a row.
            boolean bad = random.nextInt(100) == 0 || i / 200 == 7;
            lines.append("\"key").append(i).append(bad ? "\": {]\n" : "\": " + i + "\n");
            if (bad) {
                rejects.add("test, line " + i);
            } else {
                expected.put("key" + i, JSON.readTree(Integer.toString(i)));
            }
        }
        Summary summary = load(lines.toString().getBytes(UTF_8));
        assertThat(summary.stored()).isEqualTo(expected.size());
        assertThat(summary.rejects()).isEqualTo(rejects.size()).isGreaterThan(250);
        assertThat(err.toString().lines().map(line -> line.substring(0, line.indexOf(": "))))
                .containsExactlyInAnyOrderElementsOf(rejects);
        assertThat(all()).isEqualTo(expected);
    }

    @Test
    void rejectedRecord_leavesWhatWasThere() throws IOException {
        load("\"a\": {\"x\": 1}\n\"a\": {\"x\": }\n".getBytes(UTF_8));
        assertThat(cluster.get(Key.of("a")).value()).contains(new Value.Json("{\"x\":1}"));
    }

    @Test
    void lastLineWins() throws IOException {
        Random random = new Random(Long.getLong("nestor.seed", 42));
        StringBuilder lines = new StringBuilder();
        Map<String, JsonNode> expected = new TreeMap<>();
        for (int i = 0; i < 5000; i++) {
            String key = "key" + random.nextInt(1000);
            lines.append('"').append(key).append("\": ").append(i).append('\n');
            expected.put(key, JSON.readTree(Integer.toString(i)));
        }
        load(lines.toString().getBytes(UTF_8));
        assertThat(all()).isEqualTo(expected);
    }

    @Test
    void serverKilledInTheMiddle_nothingIsLostDoubledOrReordered() throws Exception {
        loadWhile(() -> servers.server(1).kill(), () -> servers.server(1).startAgain());
    }

    @Test
    void serverThatHangsInTheMiddle_nothingIsLostDoubledOrReordered() throws Exception {
        loadWhile(() -> servers.server(2).pause(), () -> servers.server(2).resume());
    }

    private void loadWhile(Action trouble, Action end) throws Exception {
        Random random = new Random(Long.getLong("nestor.seed", 42));
        StringBuilder lines = new StringBuilder();
        Map<String, JsonNode> expected = new TreeMap<>();
        for (int i = 0; i < 200_000; i++) {
            // One in a hundred is a key that comes again and again.
            String key = random.nextInt(100) == 0 ? "often" + random.nextInt(100) : "key" + i;
            lines.append('"').append(key).append("\": {\"n\":").append(i).append("}\n");
            expected.put(key, JSON.readTree("{\"n\":" + i + "}"));
        }
        byte[] file = lines.toString().getBytes(UTF_8);
        InputStream troubled = new Interrupted(file, file.length / 3, trouble);
        Summary summary;
        try {
            summary =
                    new Loader(cluster, "_key", false, new PrintWriter(err, true)).load(troubled, "test", file.length);
        } finally {
            end.run();
        }
        assertThat(err.toString()).isEmpty();
        assertThat(summary.stored()).isEqualTo(200_000);
        assertThat(all()).isEqualTo(expected);
    }

    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    /** Does something when it was read up to a point. */
    private static final class Interrupted extends InputStream {
        private final InputStream bytes;
        private final Action action;
        private int left;

        Interrupted(byte[] bytes, int after, Action action) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.left = after;
            this.action = action;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = bytes.read(target, offset, Math.min(length, 8192));
            if (left > 0 && left <= read) {
                try {
                    action.run();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            left -= read;
            return read;
        }
    }

    private Summary load(byte[] file) throws IOException {
        return load(new ByteArrayInputStream(file), file.length);
    }

    private Summary load(InputStream in, long size) throws IOException {
        return new Loader(cluster, "_key", false, new PrintWriter(err, true)).load(in, "test", size);
    }

    private static Map<String, JsonNode> all() throws IOException {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Cursor<Entry> records = cluster.range(Key.EMPTY, Key.EMPTY);
        for (Entry entry = records.next(); entry != null; entry = records.next()) {
            assertThat(all.put(entry.key().text(), JSON.readTree(entry.value())))
                    .isNull();
        }
        assertThat(records.missing()).isEmpty();
        return all;
    }

    /** What the lines say, found out in the simplest way: in these files no string holds a semicolon. */
    private static Map<String, JsonNode> meaning(String file) {
        Map<String, JsonNode> records = new TreeMap<>();
        file.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String key = JSON.readTree(line.substring(0, colon)).asString();
            records.put(key, JSON.readTree(line.substring(colon + 1).replace(';', ',')));
        });
        return records;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LoaderTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
