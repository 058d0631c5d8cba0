package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ClusterTest {
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
    void empty() throws ClusterException {
        assertThat(reply("FLUSHALL")).isEqualTo(Reply.OK);
    }

    @Test
    void freshServersBecomeACluster_andOthersAttachToIt() throws ClusterException {
        assertThat(cluster.wasCreated()).isTrue();
        assertThat(cluster.status().copies()).isEqualTo(3);
        try (Cluster second = Cluster.connect(servers.addresses().subList(1, 2), TestCluster.SETTINGS.withCopies(3))) {
            assertThat(second.wasCreated()).isFalse();
            second.put(Key.of("a"), "1");
            assertThat(cluster.get(Key.of("a")).value()).contains(new Value.Json("1"));
            assertThat(second.status().clusterId()).isEqualTo(cluster.status().clusterId());
        }
    }

    @Test
    void anotherNumberOfCopiesOrPartitions_isSaid() {
        assertThatThrownBy(() -> Cluster.connect(
                        servers.addresses(), TestCluster.SETTINGS.withCopies(2).withPartitions(5)))
                .isInstanceOf(ClusterException.Mismatch.class)
                .hasMessageContaining(
                        "each key on 3 servers, in 3 partitions; asked for were 2 servers and 5 partitions");
    }

    @Test
    void put_saysWhetherTheKeyWasThere() throws ClusterException {
        assertThat(cluster.put(Key.of("k"), "{\"a\":0}")).isEqualTo(PutResult.CREATED);
        assertThat(cluster.put(Key.of("k"), "{\"a\":1}")).isEqualTo(PutResult.UPDATED);
        assertThat(cluster.put(Key.of(""), "null")).isEqualTo(PutResult.CREATED);
    }

    @Test
    void refusedValue_leavesTheOldOne() throws ClusterException {
        cluster.put(Key.of("k"), "{\"a\":0}");
        assertThatThrownBy(() -> cluster.put(Key.of("k"), "{\"a\":")).isInstanceOf(ClusterException.Refused.class);
        assertThat(cluster.get(Key.of("k")).value()).contains(new Value.Json("{\"a\":0}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "false",
                "\"\"",
                "null",
                "{}",
                "[]",
                "-1.50",
                "{\"a\":1,\"ab\":2,\"abc\":3}",
                "\"Ωé漢\\u0001\""
            })
    void whatIsPut_comesBackAsItIs(String json) throws ClusterException {
        cluster.put(Key.of("a.b;c, @[0]"), json);
        assertThat(cluster.get(Key.of("a.b;c, @[0]")).value()).contains(new Value.Json(json));
    }

    @Test
    void paths_areQueriedSetAndDeleted() throws ClusterException {
        Key key = Key.of("p");
        cluster.put(key, "{\"a\":{\"b\":[1,2]}}");
        assertThat(cluster.query(key, "a.b[1]").value()).contains("2");
        assertThat(cluster.query(key, "$.a.b[*]").value()).contains("[1,2]");
        assertThat(cluster.query(key, "a.x").value()).isEmpty();
        assertThat(cluster.query(Key.of("none"), "a").value()).isEmpty();
        assertThat(cluster.set(key, "$.a.c", "true")).isTrue();
        assertThat(cluster.set(key, "$.x.y.z", "true")).isFalse();
        assertThat(cluster.delete(key, "$.a.b").value()).isEqualTo(1);
        assertThat(cluster.get(key).value()).contains(new Value.Json("{\"a\":{\"c\":true}}"));
    }

    @Test
    void keys_existAreDeletedAndPopped() throws ClusterException {
        Key key = Key.of("x");
        cluster.put(key, "[1]");
        assertThat(cluster.exists(key).value()).isTrue();
        assertThat(cluster.pop(key)).contains(new Value.Json("[1]"));
        assertThat(cluster.pop(key)).isEmpty();
        assertThat(cluster.exists(key).value()).isFalse();
        assertThat(cluster.delete(key).value()).isFalse();
    }

    @Test
    void strings_areValuesToo() throws ClusterException {
        assertThat(reply("SET", "s", "text")).isEqualTo(Reply.OK);
        assertThat(cluster.get(Key.of("s")).value().map(Value::text)).contains("text");
        assertThatThrownBy(() -> cluster.put(Key.of("s"), "1"))
                .isInstanceOf(ClusterException.Refused.class)
                .hasMessage("s holds a string, not a document: delete it first");
        assertThatThrownBy(() -> cluster.set(Key.of("s"), ".a", "1"))
                .isInstanceOf(ClusterException.Refused.class)
                .hasMessageStartingWith("s holds a string");
        assertThat(cluster.get(Key.of("s")).value().map(Value::text)).contains("text");
    }

    @Test
    void keysAndRanges_comeInOrderFromAllPartitions() throws ClusterException {
        List<Key> keys = IntStream.range(0, 3500)
                .mapToObj(i -> Key.of("key" + i))
                .sorted()
                .toList();
        List<byte[]> words = new ArrayList<>(List.of("JSON.MSET".getBytes(UTF_8)));
        keys.forEach(
                key -> words.addAll(List.of(key.bytes(), "$".getBytes(UTF_8), ("\"" + key + "\"").getBytes(UTF_8))));
        assertThat(cluster.execute(words).value()).isEqualTo(Reply.OK);

        assertThat(all(cluster.keys(Key.EMPTY))).isEqualTo(keys);
        assertThat(all(cluster.keys(Key.of("key34"))))
                .isEqualTo(keys.stream()
                        .filter(key -> key.text().startsWith("key34"))
                        .toList());
        assertThat(all(cluster.range(Key.of("key2"), Key.of("key3"))))
                .extracting(Entry::value)
                .isEqualTo(keys.stream()
                        .filter(key -> key.text().startsWith("key2"))
                        .map(key -> "\"" + key + "\"")
                        .toList());
        assertThat(cluster.count(Key.EMPTY).value()).isEqualTo(3500);
        assertThat(cluster.count(Key.of("key1")).value()).isEqualTo(1111);
    }

    @Test
    void pageThatIsTooLargeForAServer_isReadInSmallerPieces() throws ClusterException {
        String large = "\"" + "x".repeat(4_000_000) + "\"";
        for (int i = 0; i < 30; i++) {
            cluster.put(Key.of("large" + i), large);
        }
        assertThat(all(cluster.range(Key.EMPTY, Key.EMPTY)))
                .hasSize(30)
                .allMatch(entry -> entry.value().equals(large));
    }

    @Test
    void commandsOverManyKeys_areSplitAndJoinedInOrder() throws ClusterException {
        assertThat(reply("MSET", "a", "1", "b", "2", "c", "3", "d", "4")).isEqualTo(Reply.OK);
        assertThat(reply("MGET", "d", "none", "b", "a", "c", "b"))
                .isEqualTo(Reply.array(
                        Reply.bulk("4"),
                        Reply.NIL,
                        Reply.bulk("2"),
                        Reply.bulk("1"),
                        Reply.bulk("3"),
                        Reply.bulk("2")));
        assertThat(reply("EXISTS", "a", "b", "none", "c", "a")).isEqualTo(new Reply.Int(4));
        assertThat(reply("DEL", "a", "b", "none", "c")).isEqualTo(new Reply.Int(3));
        cluster.put(Key.of("j1"), "{\"v\":1}");
        cluster.put(Key.of("j2"), "{\"v\":2}");
        assertThat(reply("JSON.MGET", "j2", "none", "j1", "$.v"))
                .isEqualTo(Reply.array(Reply.bulk("[2]"), Reply.NIL, Reply.bulk("[1]")));
    }

    @Test
    void commandsOverAllKeys_areAskedOfAllLeaders() throws ClusterException {
        reply("MSET", "a", "1", "b", "2", "c", "3", "d", "4");
        assertThat(reply("DBSIZE")).isEqualTo(new Reply.Int(4));
        assertThat(reply("KEYS", "*"))
                .isEqualTo(Reply.array(Reply.bulk("a"), Reply.bulk("b"), Reply.bulk("c"), Reply.bulk("d")));
        assertThat(reply("NESTOR.RANGE", "b", "", "LIMIT", "2", "KEYS"))
                .isEqualTo(Reply.array(Reply.bulk("b"), Reply.bulk("c")));
        assertThat(reply("RANDOMKEY")).isInstanceOf(Reply.Bulk.class);
    }

    @Test
    void refusals_areValuesOfRawCommands() throws ClusterException {
        assertThat(reply("NOSUCH", "a")).isInstanceOf(Failure.class);
        assertThat(reply("GET")).isInstanceOf(Failure.class);
        assertThat(reply("INCR", "a")).isEqualTo(Reply.ONE);
        assertThat(reply("JSON.GET", "a")).isInstanceOf(Failure.class);
        assertThat(reply("SHUTDOWN")).isInstanceOf(Failure.class);
        assertThat(reply("QUIT")).isInstanceOf(Failure.class);
        assertThat(reply("PING")).isEqualTo(new Reply.Simple("PONG"));
    }

    @Test
    void linesOfTheServersOwn_areNoStringThatSomebodyStored() throws ClusterException {
        assertThat(reply("INFO", "server")).isInstanceOf(Reply.Verbatim.class);
        assertThat(reply("CLUSTER", "NODES")).isInstanceOf(Reply.Verbatim.class);
    }

    @Test
    void locate_tellsTheServersOfAKey() throws ClusterException {
        Location location = cluster.locate(Key.of("person1"));
        assertThat(location.slot()).isEqualTo(Key.of("person1").slot());
        assertThat(location.replicas()).containsExactlyInAnyOrderElementsOf(servers.addresses());
        assertThat(location.leader()).isNotEqualTo(Optional.empty());
    }

    private static Reply reply(String... words) throws ClusterException {
        return cluster.execute(
                        Stream.of(words).map(word -> word.getBytes(UTF_8)).toList())
                .value();
    }

    private static <T> List<T> all(Cursor<T> cursor) throws ClusterException {
        List<T> all = new ArrayList<>();
        for (T next = cursor.next(); next != null; next = cursor.next()) {
            all.add(next);
        }
        return all;
    }
}
