package dev.nestor.broker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.Key;
import dev.nestor.broker.ServerAddress;
import dev.nestor.broker.TestCluster;
import dev.nestor.broker.Value;
import dev.nestor.commandline.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(120)
class BrokerCommandTest {
    @TempDir
    private static Path folder;

    private static TestCluster servers;
    private static Path serverFile;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        servers = new TestCluster(3, folder);
        serverFile = Files.writeString(
                folder.resolve("servers.txt"),
                servers.addresses().stream().map(ServerAddress::toString).collect(Collectors.joining("\n")));
        try (Cluster cluster = Cluster.connect(
                servers.addresses(), ClusterSettings.DEFAULT.withCopies(2).withPartitions(4))) {
            assertThat(cluster.wasCreated()).isTrue();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        servers.close();
    }

    @Test
    void file_isLoadedIntoTheClusterThatIsThere() throws IOException {
        assertThat(run("-i", data("\"one\": {\"a\" : 1 ; \"b\" : \";\" }\n"))).isZero();
        assertThat(err.toString()).matches("1 record, 0\\.0 MB, loaded in .* s \\(.* records/s\\)\n");
        assertThat(value("one")).isEqualTo("{\"a\":1,\"b\":\";\"}");
    }

    @Test
    void rejects_areToldAndMakeItFail_unlessTheyAreToBeSkipped() throws IOException {
        String file = data("\"two\": 2\nnonsense\n");
        assertThat(run("-i", file, "-k", "2", "--partitions", "4")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(file + ", line 2: expected \"key\": value\n1 record, 1 reject, 0.0 MB, loaded in ");
        assertThat(value("two")).isEqualTo("2");

        err.getBuffer().setLength(0);
        assertThat(run("-i", file, "--skip-bad")).isZero();
        assertThat(err.toString()).startsWith("1 record, 1 reject, 0.0 MB, loaded in ");
    }

    @Test
    void keyField_isTakenFromNdjson() throws IOException {
        assertThat(run("-i", data("{\"id\": \"three\", \"x\": 3}\n"), "--key-field", "id"))
                .isZero();
        assertThat(value("three")).isEqualTo("{\"id\":\"three\",\"x\":3}");
    }

    @Test
    void commands_areCarriedOut_andOneThatFailsMakesTheExitCode() throws IOException {
        assertThat(run(
                        "-i",
                        data("\"four\": {\"a\": [1, 2]}\n"),
                        "-c",
                        "GET four",
                        "-c",
                        "QUERY four.a[-1]",
                        "-o",
                        "json"))
                .isZero();
        assertThat(out.toString().lines()).endsWith("{\"a\": [1, 2]}", "2");

        assertThat(run("-c", "PUT nocolon", "-c", "COUNT four")).isEqualTo(1);
        assertThat(out.toString().lines()).endsWith("1");
        assertThat(err.toString()).endsWith("Error: The value is missing: write PUT nocolon {json}\n");
        assertFailure(2, "-o xml: must be text, json, table or raw (see broker --help)", "-o", "xml");
    }

    @Test
    void whatCannotBe_isOneLine() throws IOException {
        assertFailure(
                1,
                "The cluster that is there keeps each key on 2 servers, in 4 partitions; asked for were 3 servers"
                        + ". That can't be changed while it holds data",
                "-k",
                "3");
        assertFailure(1, "No such file: none.txt", "-i", "none.txt");
        assertFailure(1, folder + ": Is a directory", "-i", folder.toString());
        assertFailure(2, "-k 0: must be a whole number from 1 (see broker --help)", "-k", "0");
        assertFailure(
                2, "--partitions 17: must be a whole number from 1 to 16 (see broker --help)", "--partitions", "17");
    }

    private void assertFailure(int code, String message, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(code);
        assertThat(err.toString()).isEqualTo("broker: " + message + "\n");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        // Without a command it would read standard input, which belongs to whoever runs the tests.
        List<String> all = new ArrayList<>(List.of("-s", serverFile.toString(), "-c", "HAS one"));
        all.addAll(List.of(arguments));
        return Failures.execute(
                new CommandLine(new BrokerCommand())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true)),
                all.toArray(String[]::new));
    }

    private static String data(String lines) throws IOException {
        return Files.writeString(folder.resolve("data.txt"), lines).toString();
    }

    private static String value(String key) throws ClusterException {
        try (Cluster cluster = Cluster.connect(servers.addresses(), ClusterSettings.DEFAULT)) {
            return cluster.get(Key.of(key)).value().map(Value::text).orElse("");
        }
    }
}
