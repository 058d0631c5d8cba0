package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.broker.Key;
import dev.nestor.broker.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on three real servers. */
@Timeout(120)
class ReplTest {
    private static final String PERSON0 =
            "{\"street\": \"xTyZ\", \"make\": \"jH\", \"birthdate\": 299, " + "\"weight\": {\"favoriteColor\": \"s\"}}";

    @TempDir
    private static Path folder;

    private static TestCluster servers;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws IOException {
        servers = new TestCluster(3, folder);
        cluster = servers.connect();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        cluster.close();
        servers.close();
    }

    @BeforeEach
    void loadPeople() throws ClusterException {
        run("FLUSHALL");
        cluster.put(Key.of("person0"), PERSON0);
        cluster.put(Key.of("person2"), "{\"make\": {}}");
    }

    private static Spoken run(String... commands) {
        return Spoken.commands(cluster, OutputFormat.TEXT, commands);
    }

    private static String out(String... commands) {
        Spoken spoken = run(commands);
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.done()).isTrue();
        return spoken.out();
    }

    private static String refusal(String command) {
        Spoken spoken = run(command);
        assertThat(spoken.done()).as(command).isFalse();
        assertThat(spoken.out()).isEmpty();
        return spoken.err();
    }

    /** The reference's transcript, line by line, with Nestor's answers: JSON is written with commas. */
    @Test
    void theReferencesTranscript() {
        assertThat(out("GET person0")).isEqualTo("person0 : " + PERSON0);
        assertThat(out("QUERY person0.street")).isEqualTo("person0.street : \"xTyZ\"");
        assertThat(out("QUERY person2.make")).isEqualTo("person2.make : {}");
        assertThat(out("GET nosuch")).isEqualTo("nosuch : NOT FOUND");
        assertThat(out("DELETE person2")).isEqualTo("person2 : DELETED");
        assertThat(out("DELETE person2")).isEqualTo("person2 : NOT FOUND");
        assertThat(out("PUT \"personA\":{\"name\":\"Panos\"}")).isEqualTo("CREATED");
        assertThat(out("PUT personB:{\"car\":{\"make\":\"VW\"; \"model\":\"Scir\"} ; \"country\":\"GR\"}"))
                .isEqualTo("CREATED");
        assertThat(out("GET personB"))
                .isEqualTo("personB : {\"car\": {\"make\": \"VW\", \"model\": \"Scir\"}, \"country\": \"GR\"}");
        assertThat(out("PUT personA {\"name\":\"Panos\"}")).isEqualTo("UPDATED");
        assertThat(refusal("PUT nocolon")).isEqualTo("Error: The value is missing: write PUT nocolon {json}");
    }

    @Test
    void namesOfCommandsAreTakenInAnyCase_andASemicolonAtTheEndIsNothing() {
        assertThat(out("get person2", "Get person2;", "GET  \"person2\" ;"))
                .isEqualTo("person2 : {\"make\": {}}\nperson2 : {\"make\": {}}\nperson2 : {\"make\": {}}");
    }

    @Test
    void aRejectedUpdate_leavesTheOldDocument() {
        assertThat(refusal("PUT person0 {\"street\":")).contains("nothing was changed");
        assertThat(refusal("PUT person0:{\"a\":1,\"a\":2}")).contains("nothing was changed");
        assertThat(refusal("SET person0.street xTyZ")).contains("nothing was changed");
        assertThat(out("GET person0")).isEqualTo("person0 : " + PERSON0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-5", "false", "true", "\"\"", "null", "{}", "[]", "[1, -2.50, 1e400]", "\"a;b,c-_@[]\""})
    void everyJsonValueIsADocument(String json) {
        assertThat(out("PUT n:" + json, "GET n", "PUT m {\"v\": " + json + "}", "QUERY m.v"))
                .isEqualTo("CREATED\nn : " + json + "\nCREATED\nm.v : " + json);
    }

    @Test
    void fieldsThatBeginAlike_areAllThere() {
        assertThat(out("PUT x {\"abc\": 3, \"a\": 1, \"ab\": 2}", "GET x", "QUERY x.a", "QUERY x.ab", "QUERY x.abc"))
                .isEqualTo("CREATED\nx : {\"abc\": 3, \"a\": 1, \"ab\": 2}\nx.a : 1\nx.ab : 2\nx.abc : 3");
    }

    @Test
    void textBeyondAscii_staysAsItIs() {
        assertThat(out("PUT Ω {\"ü\": \"Ωμέγα 🙂\"}", "GET Ω", "QUERY Ω.ü"))
                .isEqualTo("CREATED\nΩ : {\"ü\": \"Ωμέγα 🙂\"}\nΩ.ü : \"Ωμέγα 🙂\"");
    }

    @Test
    void aKeyWithADot_isFoundWithAndWithoutQuotes() {
        out("PUT my.key {\"a.b\": {\"c\": [1, 2]}}");

        assertThat(out("GET my.key", "QUERY my.key", "QUERY \"my.key\".\"a.b\".c[-1]", "QUERY my.key.\"a.b\".c[0]"))
                .isEqualTo("my.key : {\"a.b\": {\"c\": [1, 2]}}\nmy.key : {\"a.b\": {\"c\": [1, 2]}}\n"
                        + "\"my.key\".\"a.b\".c[-1] : 2\nmy.key.\"a.b\".c[0] : 1");
    }

    @Test
    void whatMayBeTwoThings_isReadByTheShorterKey_andNeverChanged() {
        out("PUT a {\"b\": {\"c\": 1}}", "PUT a.b {\"c\": 2, \"d\": 3}");

        assertThat(out("QUERY a.b.c", "QUERY \"a.b\".c", "QUERY a.b.d"))
                .isEqualTo("a.b.c : 1\n\"a.b\".c : 2\na.b.d : 3");
        assertThat(refusal("SET a.b.c 9")).contains("\"a\".b.c and \"a.b\".c; nothing was changed");
        assertThat(refusal("DELETE a.b.c")).contains("nothing was changed");
        assertThat(out("DELETE \"a.b\".c", "POP a.b", "SET a.b.c 9", "GET a"))
                .isEqualTo("\"a.b\".c : DELETED\na.b : {\"d\": 3}\na.b.c : UPDATED\na : {\"b\": {\"c\": 9}}");
    }

    @Test
    void setAndDelete_workInsideADocument() {
        assertThat(out(
                        "SET person0.street \"new\"",
                        "SET person0.weight.unit \"kg\"",
                        "QUERY person0.weight",
                        "DELETE person0.weight.unit",
                        "DELETE person0.weight.unit",
                        "SET person0.no.such 1",
                        "SET nosuch.a 1",
                        "QUERY person0.street"))
                .isEqualTo("""
                        person0.street : UPDATED
                        person0.weight.unit : UPDATED
                        person0.weight : {"favoriteColor": "s", "unit": "kg"}
                        person0.weight.unit : DELETED
                        person0.weight.unit : NOT FOUND
                        person0.no.such : NOT FOUND
                        nosuch.a : NOT FOUND
                        person0.street : "new\"""");
    }

    @Test
    void jsonPath_answersAllMatches() {
        assertThat(out("QUERY person0 $..favoriteColor", "QUERY person0 $.no", "QUERY nosuch $.a"))
                .isEqualTo("person0 $..favoriteColor : [\"s\"]\nperson0 $.no : []\nnosuch $.a : NOT FOUND");
    }

    @Test
    void has_pop_count_keys_range_locate() {
        assertThat(out("HAS person0", "HAS nosuch")).isEqualTo("person0 : FOUND\nnosuch : NOT FOUND");
        assertThat(out("POP person2", "POP person2", "POP person2 {\"d\": 1}"))
                .isEqualTo("person2 : {\"make\": {}}\nperson2 : NOT FOUND\nperson2 : {\"d\": 1}");
        out("PUT b 2", "PUT a 1", "PUT c 3", "PUT \"d e\" 4");
        assertThat(out("COUNT", "COUNT person", "KEYS", "KEYS p", "KEYS LIMIT 2"))
                .isEqualTo("5\n1\na\nb\nc\n\"d e\"\nperson0\nperson0\na\nb");
        assertThat(out("RANGE a c", "RANGE \"\" \"\" LIMIT 1", "RANGE c \"\" LIMIT 2"))
                .isEqualTo("a : 1\nb : 2\na : 1\nc : 3\n\"d e\" : 4");
        assertThat(out("LOCATE person0").lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .matches("person0 +\\d+ +\\d +127.0.0.1:\\d+ +(127.0.0.1:\\d+(, )?){3}");
    }

    @Test
    void anythingElse_isARawCommand() {
        assertThat(out("JSON.GET nosuch", "JSON.TYPE person0 .weight", "echo 'a  b'", "RAW SET s x", "GET s"))
                .isEqualTo("\nobject\na  b\nOK\ns : \"x\"");
        assertThat(refusal("JSON.GET")).isEqualTo("Error: ERR wrong number of arguments for 'json.get' command");
        assertThat(refusal("INCR person0")).startsWith("Error: WRONGTYPE");
        assertThat(refusal("JSON.ARRAPEND person0")).contains("did you mean JSON.ARRAPPEND");
    }

    @Test
    void load_saysWhetherAllWasStored() {
        assertThat(run("LOAD good.txt")).isEqualTo(new Spoken("good.txt : LOADED", "loading good.txt", true));
        assertThat(refusal("LOAD bad.txt")).contains("Error: bad.txt: not all of it was stored");
        assertThat(refusal("LOAD")).contains("write LOAD file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET                | There must be a key: write GET key",
                "GET a b            | What is 'b'? Write GET key, and a key that has blanks in double quotes",
                "GET \"\"           | A key must not be empty",
                "GET \"a            | The quote is not closed",
                "QUERY              | There must be a key and a path",
                "QUERY a..b         | a key with dots or brackets can be put in double quotes",
                "SET a.b            | The value is missing",
                "RANGE a            | There must be a key",
                "KEYS LIMIT x       | x is not a limit",
                "TIMING perhaps     | Write TIMING on|off",
                "HELP nonsense      | There is no command nonsense",
                "nonsense a         | There is no command nonsense"
            })
    void whatCannotBeDone_isSaid(String command, String words) {
        assertThat(refusal(command)).startsWith("Error: ").contains(words);
    }

    @Test
    void help_explainsTheCommandsOfThePromptAndOfTheServers() {
        assertThat(out("HELP")).contains("PUT key {json}", "QUIT", "HELP ALL names them");
        assertThat(out("HELP put")).startsWith("PUT key {json}\nStores a document");
        assertThat(out("HELP json.arrappend")).startsWith("JSON.ARRAPPEND key");
        assertThat(out("help cluster slots")).startsWith("CLUSTER SLOTS");
        assertThat(out("HELP ALL")).contains("JSON.GET", "NESTOR.RANGE", "CLUSTER");
    }

    @Test
    void aPipe_givesALinePerAnswer_andSaysWhereItFailed() throws IOException {
        Spoken spoken = Spoken.lines(cluster, "GET person2\n\n# nothing\nPUT nocolon\nCOUNT\nexit;\nCOUNT\n");

        assertThat(spoken.out()).isEqualTo("person2 : {\"make\": {}}\n2");
        assertThat(spoken.err()).isEqualTo("Line 4: The value is missing: write PUT nocolon {json}");
        assertThat(spoken.done()).isFalse();
    }

    @Test
    void aPipeThatEnds_isNoFailure() throws IOException {
        assertThat(Spoken.lines(cluster, "")).isEqualTo(new Spoken("", "", true));
        assertThat(Spoken.lines(cluster, "COUNT")).isEqualTo(new Spoken("2", "", true));
    }

    @Test
    void timing_isToldBesideTheAnswers() {
        Spoken spoken = run("TIMING on", "COUNT", "TIMING off", "COUNT");

        assertThat(spoken.out()).isEqualTo("TIMING : on\n2\nTIMING : off\n2");
        assertThat(spoken.err().lines()).hasSize(2).allMatch(line -> line.matches("\\(\\d+\\.\\d{3} s\\)"));
    }

    @Test
    void asJson_eachAnswerIsOneJsonTextInALine() {
        assertThat(Spoken.commands(
                                cluster,
                                OutputFormat.JSON,
                                "GET person2",
                                "GET nosuch",
                                "PUT x [1]",
                                "DELETE x",
                                "COUNT",
                                "KEYS",
                                "RANGE a z",
                                "KEYS nosuch",
                                "JSON.OBJKEYS person0")
                        .out()
                        .lines())
                .containsExactly(
                        "{\"make\": {}}",
                        "null",
                        "\"CREATED\"",
                        "\"DELETED\"",
                        "2",
                        "[\"person0\", \"person2\"]",
                        "{\"person0\": " + PERSON0 + ", \"person2\": {\"make\": {}}}",
                        "[]",
                        "[\"street\", \"make\", \"birthdate\", \"weight\"]");
        assertThat(Spoken.commands(cluster, OutputFormat.JSON, "STATUS").out())
                .startsWith("{\"servers\": [{\"server\": \"127.0.0.1:")
                .contains("\"partitions\": [{\"partition\": 0, \"slots\": \"0-5460\", \"health\": \"ok\"");
    }

    @Test
    void asJson_aFailureIsALineToo() {
        Spoken spoken =
                Spoken.commands(cluster, OutputFormat.JSON, "PUT x", "COUNT", "GET \"", "INCR person0", "HAS x");

        assertThat(spoken.out().lines())
                .containsExactly(
                        "{\"error\": \"The value is missing: write PUT x {json}\"}",
                        "2",
                        "{\"error\": \"The quote is not closed: \\\"\"}",
                        "{\"error\": \"WRONGTYPE Operation against a key holding the wrong kind of value\"}",
                        "null");
        assertThat(spoken.err())
                .isEqualTo("Error: The value is missing: write PUT x {json}\nError: The quote is not closed: \"\n"
                        + "Error: WRONGTYPE Operation against a key holding the wrong kind of value");
        assertThat(spoken.done()).isFalse();
    }

    @Test
    void raw_valuesStandAlone() {
        assertThat(Spoken.commands(
                                cluster,
                                OutputFormat.RAW,
                                "QUERY person0.street",
                                "GET person2",
                                "GET nosuch",
                                "KEYS",
                                "JSON.OBJKEYS person2")
                        .out())
                .isEqualTo("xTyZ\n{\"make\":{}}\n\nperson0\nperson2\nmake");
    }

    @Test
    void raw_documentsThatAreStringsHaveNoQuotesInARangeEither() {
        assertThat(Spoken.commands(cluster, OutputFormat.RAW, "PUT q \"hello\"", "GET q", "RANGE person2 r")
                        .out())
                .isEqualTo("CREATED\nhello\nperson2\t{\"make\":{}}\nq\thello");
    }

    @Test
    void asTable_documentsArePathsAndValues() {
        assertThat(Spoken.commands(cluster, OutputFormat.TABLE, "GET person0").out())
                .isEqualTo("""
                        path                          value
                        person0.street                "xTyZ"
                        person0.make                  "jH"
                        person0.birthdate             299
                        person0.weight.favoriteColor  "s\"""");
        assertThat(Spoken.commands(cluster, OutputFormat.TABLE, "RANGE person2 person3")
                        .out())
                .isEqualTo("key      value\nperson2  {\"make\": {}}");
    }

    @Test
    void largeValuesAndLongKeys_workUpToTheLimits() {
        String large = "\"" + "x".repeat(3_000_000) + "\"";
        String longKey = "k".repeat(1200);

        assertThat(out("PUT large " + large, "PUT " + longKey + " {\"a\": 1}", "QUERY " + longKey + ".a"))
                .isEqualTo("CREATED\nCREATED\n" + longKey + ".a : 1");
        assertThat(out("GET large")).hasSize(large.length() + "large : ".length());
        assertThat(refusal("PUT larger \"" + "x".repeat(9_000_000) + "\"")).contains("bytes in a document: at most");
    }
}
