package dev.nestor.broker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.Key;
import dev.nestor.broker.TestCluster;
import dev.nestor.broker.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two brokers that begin at the same moment, on servers that form no cluster yet. */
@Timeout(120)
class TwoBrokersTest {
    private static final int OWN = 2000;
    private static final int SHARED = 500;
    private static final int HITS = 100;

    @TempDir
    private Path folder;

    @Test
    void bothFormTheCluster_bothLoadAndCount_andNothingIsLostOrMixed() throws Exception {
        try (TestCluster servers = new TestCluster(3, folder)) {
            String file = CommandRun.serverFile(folder, servers.addresses());
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<CommandRun> first = threads.submit(() -> broker(file, "first", start));
                Future<CommandRun> second = threads.submit(() -> broker(file, "second", start));
                start.countDown();
                assertDone(first.get());
                assertDone(second.get());
            }
            assertAllIsThere(servers);
        }
    }

    private CommandRun broker(String serverFile, String name, CountDownLatch start) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < OWN; i++) {
            lines.append(line(name + i, name, i));
            if (i < SHARED) {
                lines.append(line("shared" + i, name, i));
            }
        }
        Path data = Files.writeString(folder.resolve(name + ".txt"), lines, UTF_8);
        List<String> arguments = new ArrayList<>(List.of("-s", serverFile, "-i", data.toString(), "-k", "3"));
        for (int i = 0; i < HITS; i++) {
            arguments.addAll(List.of("-c", "INCR hits"));
        }
        start.await();
        return CommandRun.of(new BrokerCommand(), arguments.toArray(String[]::new));
    }

    private static String line(String key, String name, int number) {
        return "\"" + key + "\": {\"of\": \"" + name + "\", \"n\": " + number + "}\n";
    }

    private static void assertDone(CommandRun run) {
        assertThat(run.err().lines().filter(line -> !line.startsWith("Formed a cluster: 3 servers, ")))
                .singleElement()
                .asString()
                .startsWith("2,500 records, ");
        assertThat(run.out()).hasLineCount(HITS);
        assertThat(run.exitCode()).isZero();
    }

    private static void assertAllIsThere(TestCluster servers) throws Exception {
        try (Cluster cluster = servers.connect()) {
            assertThat(cluster.get(Key.of("hits")).value().map(Value::text)).contains("" + 2 * HITS);
            assertThat(cluster.count(Key.EMPTY).value()).isEqualTo(2 * OWN + SHARED + 1);
            for (int i = 0; i < SHARED; i++) {
                assertThat(cluster.get(Key.of("shared" + i)).value().map(Value::text))
                        .as("shared%s", i)
                        .get()
                        .isIn(document("first", i), document("second", i));
                assertThat(cluster.get(Key.of("first" + i)).value().map(Value::text))
                        .contains(document("first", i));
            }
        }
    }

    private static String document(String name, int number) {
        return "{\"of\":\"" + name + "\",\"n\":" + number + "}";
    }
}
