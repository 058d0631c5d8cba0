package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.Key;
import dev.nestor.broker.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person's keys, on the way through the line editor to one real server. */
@Timeout(120)
class PromptTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001BOA";

    @TempDir
    private static Path folder;

    private static TestCluster servers;
    private static Cluster cluster;

    private TypedPrompt prompt;

    @BeforeAll
    static void start() throws IOException {
        servers = new TestCluster(1, folder);
        cluster = servers.connect();
        cluster.put(Key.of("person1"), "{\"name\": \"Ada\", \"weight\": {\"hp\": 7, \"unit\": \"kg\"}}");
        cluster.put(Key.of("my key"), "{}");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        cluster.close();
        servers.close();
    }

    @BeforeEach
    void open() throws IOException {
        prompt = new TypedPrompt(cluster, folder.resolve("history"));
    }

    @AfterEach
    void close() throws IOException {
        prompt.close();
    }

    @Test
    void aCommand_isAnswered() throws IOException {
        assertThat(prompt.text()).startsWith("Hello.");
        prompt.type("get person1\r").awaitText("person1 : {\"name\": \"Ada\"").awaitText("nestor> ");
    }

    @Test
    void aValueGoesOnInTheNextLine_whileABraceIsOpen() throws IOException {
        prompt.type("PUT x {\"a\":\r").awaitText("...> ");
        prompt.type("[1, 2]}\r").awaitText("CREATED");
        prompt.type("GET x\r").awaitText("x : {\"a\": [1, 2]}");
    }

    @Test
    void tab_completesCommandsKeysAndPaths() throws IOException {
        prompt.type("LOC\t").awaitText("LOCATE ");
        prompt.type("pers\t").awaitText("person1");
        prompt.type(CTRL_C).awaitText("nestor> ");
        prompt.type("QUERY person1.we\t").awaitText("person1.weight");
        prompt.type(".u\t").awaitText(".unit").type("\r").awaitText("person1.weight.unit : \"kg\"");
        prompt.type("GET \"my\t").awaitText("\"my key\"").type("\r").awaitText("\"my key\" : {}");
    }

    @Test
    void ctrlC_clearsWhatWasTyped() throws IOException {
        prompt.type("PUT y {\"a\":").awaitText("\"a\":");
        prompt.type(CTRL_C).awaitText("nestor> ");
        prompt.type("HAS y\r").awaitText("y : NOT FOUND");
    }

    @Test
    void waiting_isSaidWithItsReason_andCtrlCEndsIt() throws Exception {
        servers.server(0).pause();
        try {
            prompt.type("PUT z 1\r")
                    .awaitText("Waiting for " + servers.server(0).address() + "; Ctrl-C gives up.");
            prompt.type(CTRL_C).awaitText("Error: ").awaitText("nestor> ");
        } finally {
            servers.server(0).resume();
        }
        prompt.type("HAS person1\r").awaitText("person1 : FOUND");
    }

    @Test
    void anError_isALine_andThePromptGoesOn() throws IOException {
        prompt.type("PUT nocolon\r").awaitText("Error: The value is missing");
        prompt.type("COUNT nosuch\r").awaitText("0").awaitText("nestor> ");
        assertThat(prompt.text()).doesNotContain("Exception");
    }

    @Test
    void whatOtherPromptsWouldDo_isAnsweredWithAHint() throws IOException {
        prompt.type("KEYS pers*\r").awaitText("(none)").awaitText("RAW KEYS pers* takes it for a pattern.");
        prompt.type("RAW KEYS pers*\r").awaitText("1) \"person1\"");
        prompt.type("RANGE q r\r").awaitText("(none)");
        prompt.type("GET person1.name\r").awaitText("NOT FOUND").awaitText("QUERY looks inside a document.");
        prompt.type("SET new 1\r").awaitText("NOT FOUND").awaitText("PUT stores a new one.");
    }

    @Test
    void severalLinesPasted_areSeveralCommands() throws IOException {
        prompt.type("\u001B[200~GET nosuch1\nGET nosuch2\u001B[201~\r")
                .awaitText("nosuch1 : NOT FOUND")
                .awaitText("nosuch2 : NOT FOUND");
    }

    @Test
    void ctrlD_leaves() throws Exception {
        prompt.type(CTRL_D);
        assertThat(prompt.ends()).isTrue();
    }

    @Test
    void exitWithASemicolon_leaves() throws Exception {
        prompt.type("exit;\r");
        assertThat(prompt.ends()).isTrue();
    }

    @Test
    void whatWasTyped_isRememberedByTheNextPrompt() throws Exception {
        prompt.type("GET remembered\r").awaitText("remembered : NOT FOUND").type("quit\r");
        assertThat(prompt.ends()).isTrue();
        prompt.close();

        assertThat(Files.readString(folder.resolve("history"))).contains("GET remembered");
        prompt = new TypedPrompt(cluster, folder.resolve("history"));
        prompt.type(UP + UP + "\r").awaitText("remembered : NOT FOUND");
    }

    @Test
    void aHistoryThatCannotBeWritten_isNoTrouble() throws Exception {
        try (TypedPrompt other = new TypedPrompt(cluster, Path.of("/proc/nowhere/history"))) {
            other.type("COUNT nosuch\r").awaitText("0").type("quit\r");
            assertThat(other.ends()).isTrue();
            assertThat(other.text()).doesNotContain("Exception");
        }
    }
}
