package dev.nestor.broker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.ServerAddress;
import dev.nestor.broker.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Timeout(120)
class ClusterCommandTest {
    /** Nobody listens on the port for TCP multiplexing on loopback. */
    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    private Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(new ClusterCommand(), arguments);
    }

    @Test
    void aClustersLife_freshThenCreatedThenWithADeadServer() throws Exception {
        try (TestCluster servers = new TestCluster(3, folder)) {
            String file = CommandRun.serverFile(folder, servers.addresses());
            assertThat(run("status", "-s", file))
                    .isEqualTo(new CommandRun(
                            1, "", "cluster status: These servers form no cluster yet: " + servers.addresses() + "\n"));
            assertThat(run("create", "-s", file, "-k", "4"))
                    .isEqualTo(new CommandRun(
                            1, "", "cluster create: No cluster was formed: replicas must be 1 to 3, not 4\n"));
            assertCreated(file);
            assertWell(servers, file);
            assertOneAddressIsEnough(servers.addresses().getLast());
            assertStrangersAreTold(servers.addresses().getLast());

            servers.server(1).kill();
            assertTrouble(servers, file);
        }
    }

    private static void assertCreated(String file) {
        String[] wish = {"create", "-s", file, "-k", "2", "--partitions", "4"};
        String size = "3 servers, 4 partitions, every key on 2 servers\n";
        assertThat(run(wish)).isEqualTo(new CommandRun(0, "Created: " + size, ""));
        assertThat(run(wish)).isEqualTo(new CommandRun(0, "It is there: " + size, ""));
        assertThat(run("create", "-s", file)).isEqualTo(new CommandRun(0, "It is there: " + size, ""));
        CommandRun other = run("create", "-s", file, "-k", "3");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err())
                .startsWith("cluster create: The cluster that is there keeps each key on 2 servers, in 4 partitions;")
                .hasLineCount(1);
    }

    private static void assertWell(TestCluster servers, String file) {
        CommandRun table = run("status", "-s", file);
        assertThat(table.exitCode()).isZero();
        assertThat(table.err()).isEmpty();
        assertThat(table.out())
                .startsWith("server ")
                .contains("\npartition ")
                .endsWith("All is well: 3 servers, 4 partitions, every key on 2 servers.\n");
        assertThat(table.out().lines().filter(line -> line.strip().matches("127\\.0\\.0\\.1:\\d+ +up .*")))
                .hasSize(3);
        assertThat(table.out().lines().filter(line -> line.strip().matches("\\d +\\d+-\\d+ +ok +\\d+ +127.*")))
                .hasSize(4);

        CommandRun json = run("status", "-s", file, "-o", "json");
        assertThat(json.exitCode()).isZero();
        assertThat(json.out()).hasLineCount(1);
        JsonNode report = new ObjectMapper().readTree(json.out());
        assertThat(texts(report, "servers", "server"))
                .containsExactlyInAnyOrderElementsOf(servers.addresses().stream()
                        .map(ServerAddress::toString)
                        .toList());
        assertThat(texts(report, "servers", "state")).containsOnly("up");
        assertThat(texts(report, "partitions", "health")).hasSize(4).containsOnly("ok");
    }

    private void assertOneAddressIsEnough(ServerAddress member) throws IOException {
        String file = CommandRun.serverFile(folder, List.of(member));
        assertThat(run("status", "-s", file).exitCode()).isZero();
    }

    private void assertStrangersAreTold(ServerAddress member) throws IOException {
        String file = CommandRun.serverFile(folder, List.of(NOBODY, member));
        for (String command : List.of("status", "create")) {
            CommandRun run = run(command, "-s", file);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo(file + " names " + NOBODY + ", which the cluster does not have.\n");
        }
        CommandRun broker = CommandRun.of(new BrokerCommand(), "-s", file, "-c", "COUNT");
        assertThat(broker.exitCode()).isZero();
        assertThat(broker.err()).startsWith(file + " names " + NOBODY);
    }

    private static void assertTrouble(TestCluster servers, String file) {
        String victim = servers.server(1).address();
        CommandRun table = run("status", "-s", file);
        assertThat(table.exitCode()).isEqualTo(1);
        assertThat(table.err()).isEmpty();
        assertThat(table.out())
                .containsPattern("\n" + victim + " +(silent|down) ")
                .contains(victim + " does not answer.", "too few copies are alive to write")
                .endsWith("3 servers, 4 partitions, every key on 2 servers.\n")
                .doesNotContain("All is well");

        CommandRun json = run("status", "-s", file, "-o", "json");
        assertThat(json.exitCode()).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(json.out());
        report.get("partitions").forEach(partition -> {
            boolean hit = partition.get("replicas").toString().contains(victim);
            assertThat(partition.get("health").asString()).isEqualTo(hit ? "no quorum" : "ok");
        });
        assertThat(texts(report, "partitions", "health")).contains("no quorum");
    }

    private static List<String> texts(JsonNode report, String table, String column) {
        List<String> texts = new ArrayList<>();
        report.get(table).forEach(row -> texts.add(row.get(column).asString()));
        return texts;
    }

    @Test
    void help_saysWhatExitCodesMean_andWhatIsAllowed() {
        assertThat(run("status", "--help").out()).contains("Exit codes");
        assertThat(run("create", "--help").out()).contains("Exit codes", "1 to 16");
    }

    @Test
    void nobodyThere_isOneLine() throws IOException {
        String file = CommandRun.serverFile(folder, List.of(NOBODY));
        assertThat(run("status", "-s", file))
                .isEqualTo(new CommandRun(1, "", "cluster status: None of the servers answers: [" + NOBODY + "]\n"));
        assertThat(run("create", "-s", file))
                .isEqualTo(new CommandRun(1, "", "cluster create: None of the servers answers: [" + NOBODY + "]\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a b c        | 1 | line 1: ", "host:99999   | 1 | line 1: ", "h:1 h:1      | 1 | line 2: "})
    void aBadServerFile_isOneLineThatNamesIt(String lines, int exitCode, String where) throws IOException {
        List<String> all = lines.startsWith("h:") ? List.of(lines.split(" ")) : List.of(lines);
        String file = CommandRun.serverFile(folder, all);
        CommandRun run = run("status", "-s", file);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err())
                .startsWith("cluster status: " + file)
                .contains(where)
                .hasLineCount(1);
    }

    @Test
    void badArguments_areOneLineAndExitCode2() throws IOException {
        String file = CommandRun.serverFile(folder, List.of(NOBODY));
        assertRefused("-o xml: must be table or json (see cluster status --help)", "status", "-s", file, "-o", "xml");
        assertRefused("-o raw: must be table or json (see cluster status --help)", "status", "-s", file, "-o", "raw");
        assertShapeRefused(file, "-k", "-1", "must be a whole number from 1");
        assertShapeRefused(file, "-k", "0", "must be a whole number from 1");
        assertShapeRefused(file, "--partitions", "0", "must be a whole number from 1 to 16");
        assertShapeRefused(file, "--partitions", "17", "must be a whole number from 1 to 16");
        assertThat(run("status", "-s", folder.resolve("none").toString()).exitCode())
                .isEqualTo(1);
    }

    private static void assertShapeRefused(String file, String option, String value, String why) {
        assertRefused(
                option + " " + value + ": " + why + " (see cluster create --help)",
                "create",
                "-s",
                file,
                option,
                value);
    }

    private static void assertRefused(String message, String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("cluster " + arguments[0] + ": " + message + "\n");
    }
}
