package dev.nestor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.Key;
import dev.nestor.broker.ServerAddress;
import dev.nestor.drill.local.Launch;
import dev.nestor.drill.local.LocalServer;
import dev.nestor.drill.local.LocalServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code nestor broker} in a process of its own, and {@code kill -9} for a server while it works. */
@Timeout(180)
class BrokerUnderKillsTest {
    private static final int HEAP_MEGABYTES = 256;

    /** Several times what pipes and windows hold: much is still to come when a server is killed after a third. */
    private static final int RECORDS = 60_000;

    private static final int PUTS = 300;

    @TempDir
    private static Path folder;

    private static LocalServers servers;
    private static Path serverFile;

    @BeforeAll
    static void start() throws IOException {
        servers = LocalServers.in(folder, 3, Launch.SMALL);
        servers.start();
        serverFile = Files.writeString(
                folder.resolve("servers.txt"),
                servers.addresses().stream().map(ServerAddress::toString).collect(Collectors.joining("\n")));
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
    }

    @AfterEach
    void startAgain() throws IOException {
        for (LocalServer server : servers.all()) {
            server.start();
        }
    }

    @Test
    void killedDuringALoadAndDuringARange_everyRecordIsStored_andComesOnceAndInOrder() throws Exception {
        try (NestorProcess broker = broker("-i", "-");
                Writer data = broker.process().outputWriter(UTF_8)) {
            write(data, 0, RECORDS / 3);
            killTheLeaderOf("key0").start();
            write(data, RECORDS / 3, RECORDS);
            data.close();
            assertThat(broker.exitCode()).as(broker.err()).isZero();
            assertThat(broker.err()).contains("60,000 records, ").doesNotContain("reject");
        }
        try (NestorProcess broker = broker("-c", "RANGE key key~");
                BufferedReader answers = broker.process().inputReader(UTF_8)) {
            Stream<String> first = Stream.of(answers.readLine());
            killTheLeaderOf("key0");
            assertThat(broker.process().isAlive()).as(broker.err()).isTrue();
            assertThat(Stream.concat(first, answers.lines())).containsExactlyElementsOf(records());
            assertThat(broker.exitCode()).as(broker.err()).isZero();
            assertThat(broker.err()).doesNotContain("incomplete");
        }
    }

    @Test
    void killedBetweenPuts_everyAnswerHolds() throws Exception {
        try (NestorProcess broker = broker();
                Writer commands = broker.process().outputWriter(UTF_8);
                BufferedReader answers = broker.process().inputReader(UTF_8)) {
            for (int i = 0; i < PUTS; i++) {
                if (i == PUTS / 3) {
                    killTheLeaderOf("put0");
                }
                commands.write("PUT put" + i % 100 + " {\"n\": " + i + "}\n");
                commands.flush();
                // Where an answer was lost, nobody knows which of the two it was.
                assertThat(answers.readLine()).isIn(i < 100 ? "CREATED" : "UPDATED", "STORED");
            }
            commands.write("COUNT put\n");
            for (int i = 0; i < 100; i++) {
                commands.write("GET put" + i + "\n");
            }
            commands.close();
            assertThat(answers.readLine()).isEqualTo("100");
            assertThat(answers.lines())
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .mapToObj(i -> "put" + i + " : {\"n\": " + (PUTS - 100 + i) + "}")
                            .toList());
            assertThat(broker.exitCode()).as(broker.err()).isZero();
        }
    }

    private static NestorProcess broker(String... arguments) throws IOException {
        return NestorProcess.start(
                HEAP_MEGABYTES,
                folder.resolve("err.txt"),
                Stream.concat(Stream.of("broker", "-s", serverFile.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static void write(Writer data, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            data.write("\"key" + i + "\": {\"n\": " + i + "}\n");
        }
        data.flush();
    }

    /** What RANGE answers when all of that is there. */
    private static List<String> records() {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> "key" + i)
                .sorted()
                .map(key -> key + " : {\"n\": " + key.substring(3) + "}")
                .toList();
    }

    private static LocalServer killTheLeaderOf(String key) throws IOException {
        try (Cluster cluster = Cluster.attach(servers.addresses(), ClusterSettings.DEFAULT)) {
            // One that was started again has to vote before the next is killed: two of three dead elect nobody.
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> cluster.status().servers().stream().allMatch(ClusterStatus.Server::isUp));
            // It is given leadership back meanwhile, and for a moment of that nobody leads.
            ServerAddress leader = await().atMost(Duration.ofSeconds(60))
                    .until(() -> cluster.locate(Key.of(key)).leader(), Optional::isPresent)
                    .orElseThrow();
            LocalServer victim = servers.all().stream()
                    .filter(server -> server.address().equals(leader))
                    .findFirst()
                    .orElseThrow();
            victim.kill();
            assertThat(victim.state()).isEqualTo(LocalServer.State.ENDED);
            return victim;
        }
    }
}
