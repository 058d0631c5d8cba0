package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import dev.nestor.protocol.command.CommandTable;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.StoreLimits;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Command NOTHING = (request, session, nowMillis) -> new Plan.Answer(Reply.OK);

    private final TestSurroundings surroundings = new TestSurroundings();

    private static Map<String, Command> everything() {
        return CommandTable.NESTOR.all().stream().collect(Collectors.toMap(row -> row.fullName(), row -> NOTHING));
    }

    private static Commands bind(List<Map<String, Command>> families) {
        return new Commands(CommandTable.NESTOR, Credentials.NONE, families);
    }

    @Test
    void commands_areExactlyThoseOfTheTable() {
        assertThat(bind(List.of(everything()))).isNotNull();
        Map<String, Command> withoutGet = everything();
        withoutGet.remove("get");
        assertThatThrownBy(() -> bind(List.of(withoutGet))).hasMessage("no command is called get");
        assertThatThrownBy(() -> bind(List.of(everything(), Map.of("sing", NOTHING))))
                .hasMessage("the table has no row for [sing]");
        assertThatThrownBy(() -> bind(List.of(everything(), Map.of("get", NOTHING))))
                .hasMessage("two commands are called get");
    }

    @Test
    void plan_namesTheKeys() {
        assertThat(keys("GET a")).containsExactly("a");
        assertThat(keys("SET a 1")).containsExactly("a");
        assertThat(keys("MGET a b a")).containsExactly("a", "b", "a");
        assertThat(keys("MSET a 1 b 2")).containsExactly("a", "b");
        assertThat(keys("DEL a b")).containsExactly("a", "b");
        assertThat(keys("EXISTS a b")).containsExactly("a", "b");
        assertThat(keys("JSON.MGET a b $")).containsExactly("a", "b");
        assertThat(keys("JSON.MSET a $ 1 b $ 2")).containsExactly("a", "b");
        assertThat(keys("JSON.DEBUG MEMORY a")).containsExactly("a");
    }

    private List<String> keys(String line) {
        TestServer server = new TestServer(surroundings);
        List<Bytes> keys = switch (server.plan(Words.line(line), server.connect())) {
            case Plan.Read read -> read.keys();
            case Plan.Write write -> write.keys();
            case Plan other -> throw new AssertionError(other);
        };
        // Whoever routes by a key takes the whole array for it.
        return keys.stream()
                .map(key -> new String(key.array(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void plan_ofWhatConcernsAllKeys_isForAllPartitions() {
        TestServer server = new TestServer(surroundings);
        for (String line : List.of("DBSIZE", "KEYS *", "SCAN 0", "RANDOMKEY", "NESTOR.COUNT", "NESTOR.RANGE a b")) {
            assertThat(server.plan(Words.line(line), server.connect())).isInstanceOf(Plan.ReadAll.class);
        }
        assertThat(server.plan(Words.line("FLUSHALL"), server.connect())).isInstanceOf(Plan.WriteAll.class);
        assertThat(server.plan(Words.line("NESTOR.JOIN h:1"), server.connect())).isInstanceOf(Plan.Later.class);
    }

    @Test
    void plan_beforeAuthentication_isRefusedButForGreetings() {
        surroundings.credentials = new Secret();
        TestServer server = new TestServer(surroundings);
        Session session = server.connect();
        assertThat(answer(server, session, "GET a")).isEqualTo(Failure.NOT_AUTHENTICATED);
        assertThat(answer(server, session, "NESTOR.CREATE 1 1 h:1")).isEqualTo(Failure.NOT_AUTHENTICATED);
        assertThat(answer(server, session, "GET")).isEqualTo(Failure.wrongArity("get"));
        assertThat(answer(server, session, "HELLO 3")).asString().contains("NOAUTH", "HELLO must be called");
        assertThat(answer(server, session, "HELLO 3 AUTH default wrong")).isEqualTo(Failure.WRONG_PASSWORD);
        assertThat(answer(server, session, "AUTH wrong")).isEqualTo(Failure.WRONG_PASSWORD);
        assertThat(answer(server, session, "AUTH somebody secret")).isEqualTo(Failure.WRONG_PASSWORD);
        assertThat(session.isAuthenticated()).isFalse();
        assertThat(session.version()).isEqualTo(RespVersion.RESP2);
        assertThat(answer(server, session, "AUTH secret")).isEqualTo(Reply.OK);
        assertThat(answer(server, session, "GET a")).isEqualTo(Reply.NIL);
        assertThat(answer(server, session, "RESET")).isEqualTo(new Reply.Simple("RESET"));
        assertThat(answer(server, session, "GET a")).isEqualTo(Failure.NOT_AUTHENTICATED);
        assertThat(answer(server, session, "HELLO 3 AUTH default secret")).isInstanceOf(Reply.Map.class);
        assertThat(answer(server, session, "GET a")).isEqualTo(Reply.NIL);
    }

    /** One password. */
    private record Secret() implements Credentials {
        @Override
        public boolean areRequired() {
            return true;
        }

        @Override
        public boolean accept(byte[] password) {
            return new String(password, StandardCharsets.UTF_8).equals("secret");
        }
    }

    private static Reply answer(TestServer server, Session session, String line) {
        return server.answer(Words.line(line), session);
    }

    @Test
    void asking_countsForOneRequest() {
        TestServer server = new TestServer(surroundings);
        Session session = server.connect();
        Map<String, Boolean> asking = new HashMap<>();
        for (String line : List.of("ASKING", "ASKING", "GET first", "GET second")) {
            answer(server, session, line);
            asking.put(line, session.isAsking());
        }
        assertThat(asking).containsEntry("GET first", true).containsEntry("GET second", false);
    }

    @Test
    void sessionChanges_areSeenByTheConnection() {
        TestServer server = new TestServer(surroundings);
        Session session = server.connect();
        answer(server, session, "READONLY");
        assertThat(session.isReadOnly()).isTrue();
        answer(server, session, "READWRITE");
        assertThat(session.isReadOnly()).isFalse();
        assertThat(session.isClosing()).isFalse();
        answer(server, session, "QUIT");
        assertThat(session.isClosing()).isTrue();
    }

    @Test
    void shutdown_stopsTheServerOnce() {
        TestServer server = new TestServer(surroundings);
        Session session = server.connect();
        answer(server, session, "SHUTDOWN FOO");
        assertThat(surroundings.shutDowns).isZero();
        answer(server, session, "SHUTDOWN NOSAVE");
        assertThat(surroundings.shutDowns).isOne();
        assertThat(session.isClosing()).isTrue();
    }

    @Test
    void keyAndValue_thatAreTooLong_areRefused() {
        TestServer server = new TestServer(surroundings);
        Session session = server.connect();
        String key = "k".repeat(StoreLimits.KEY_BYTES);
        String value = "v".repeat(StoreLimits.VALUE_BYTES);
        assertThat(server.answer(Request.of("SET", key, value), session)).isEqualTo(Reply.OK);
        assertThat(server.answer(Request.of("SET", key + "k", "v"), session))
                .isEqualTo(Failure.err("a key has at most 65528 bytes, this one has 65529"));
        assertThat(server.answer(Request.of("SET", key, value + "v"), session))
                .isEqualTo(Failure.err("a value has at most 8388608 bytes, this one has 8388609"));
        assertThat(server.answer(Request.of("APPEND", key, "v"), session))
                .isEqualTo(Failure.err("bytes in a value: at most 8388608 allowed, 8388609 given"));
    }

    @Test
    void cluster_withoutAMap_isSaidToBeNone() {
        surroundings.map = null;
        TestServer server = new TestServer(surroundings);
        Session session = server.connect();
        assertThat(answer(server, session, "CLUSTER SLOTS")).isEqualTo(Reply.EMPTY_ARRAY);
        assertThat(answer(server, session, "CLUSTER SHARDS")).isEqualTo(Reply.EMPTY_ARRAY);
        assertThat(text(answer(server, session, "CLUSTER INFO")))
                .contains("cluster_state:fail", "cluster_slots_assigned:0", "cluster_known_nodes:1");
        assertThat(text(answer(server, session, "CLUSTER NODES")))
                .isEqualTo(TestSurroundings.ME + " 127.0.0.1:9000@19000 myself,master - 0 0 0 connected\n");
        assertThat(text(answer(server, session, "NESTOR.STATUS"))).contains("no cluster", TestSurroundings.ME);
        assertThat(answer(server, session, "NESTOR.LOCATE a"))
                .isEqualTo(Failure.clusterDown("This server belongs to no cluster yet"));
    }

    private static String text(Reply reply) {
        return reply instanceof Reply.Verbatim verbatim ? verbatim.text() : WireText.of(reply, RespVersion.RESP3);
    }

    @Test
    void command_aloneAndItsInfoAndDocs_tellOfTheWholeTable() {
        TestServer server = new TestServer(surroundings);
        Reply all = answer(server, server.connect(), "COMMAND");
        assertThat(((Reply.Array) all).items())
                .hasSize(CommandTable.NESTOR.commands().size());
        assertThat(answer(server, server.connect(), "COMMAND INFO")).isEqualTo(all);
        assertThat(answer(server, server.connect(), "COMMAND COUNT"))
                .isEqualTo(new Reply.Int(CommandTable.NESTOR.commands().size()));
        Reply docs = answer(server, server.connect(), "COMMAND DOCS json.get");
        assertThat(((Reply.Map) docs).size()).isOne();
    }

    @Test
    void info_withoutSections_tellsAll() {
        TestServer server = new TestServer(surroundings);
        String all = text(answer(server, server.connect(), "INFO"));
        assertThat(all.lines().filter(line -> line.startsWith("# ")))
                .containsExactly(
                        "# Server",
                        "# Clients",
                        "# Memory",
                        "# Persistence",
                        "# Stats",
                        "# Replication",
                        "# CPU",
                        "# Modules",
                        "# Errorstats",
                        "# Cluster",
                        "# Keyspace",
                        "# Partitions");
        assertThat(all)
                .contains("\r\nredis_version:7.0.15\r\n", "\r\nnestor_version:0.1.0\r\n", "\r\ntcp_port:9000\r\n")
                .contains("\r\nprocess_id:" + ProcessHandle.current().pid() + "\r\n", "\r\nuptime_in_seconds:90\r\n")
                .doesNotContain("\n\n");
        for (String section : List.of("all", "EVERYTHING", "default", "foo everything")) {
            assertThat(text(answer(server, server.connect(), "INFO " + section)))
                    .isEqualTo(all);
        }
    }
}
