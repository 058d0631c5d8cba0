package dev.nestor.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import dev.nestor.protocol.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a command has Redis's name, clients must find Redis's properties: compared with what Redis 7.0.15 said. */
class SameAsRedisTest {
    /** Where we differ, and what ours is. */
    private static final Map<String, Integer> OTHER_ARITY = Map.of(
            // Redis lets anything stand behind QUIT.
            "quit", 1,
            // Redis 7.2 mended these: a command without arguments may be asked about too.
            "command|getkeys", -3,
            "command|getkeysandflags", -3);

    /** Came with Redis 7.2. */
    private static final Set<String> LATER = Set.of("client|setinfo", "client|no-touch");

    static Stream<String> redisCommands() throws IOException {
        return resource("redis-7.0.15.tsv").lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("redisCommands")
    void command_hasRedissProperties(String line) {
        String[] columns = line.split("\t", -1);
        CommandSpec ours = Objects.requireNonNull(CommandTable.NESTOR.named(columns[0]), columns[0]);
        KeyRange keys = ours.keys();
        assertThat(ours.arity()).isEqualTo(OTHER_ARITY.getOrDefault(columns[0], Integer.valueOf(columns[1])));
        assertThat(keys.first() + " " + keys.last() + " " + keys.step()).isEqualTo(columns[2]);
        assertThat(words(ours.flags().stream().map(Flag::word))).isEqualTo(columns[3]);
        assertThat(words(ours.categories().stream().map(category -> "@" + category.word())))
                .isEqualTo(columns[4]);
        assertThat(ours.tips().stream().map(Tip::word)).containsExactlyInAnyOrder(split(columns[5]));
        assertThat(words(ours.keyAccess().stream().map(KeyAccess::word))).isEqualTo(columns[6]);
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    private static String[] split(String words) {
        return words.isEmpty() ? new String[0] : words.split(" ");
    }

    @Test
    void everyCommandOfOurs_isComparedOrHasANameOfItsOwn() throws IOException {
        Set<String> compared = redisCommands()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(Collectors.toSet());
        List<String> others = CommandTable.NESTOR.all().stream()
                .map(CommandSpec::fullName)
                .filter(name -> !compared.contains(name) && !LATER.contains(name))
                .toList();
        assertThat(others).allMatch(name -> name.startsWith("json.") || name.startsWith("nestor."));
    }

    @Test
    void commandInfo_hasRedissBytes() throws IOException {
        Introspection introspection = new Introspection(CommandTable.NESTOR);
        Request request = Request.of("COMMAND", "INFO", "get", "MSET", "nosuch", "ttl");
        for (RespVersion version : RespVersion.values()) {
            String name = "redis-7.0.15-info.resp" + version.number();
            assertThat(Written.text(introspection.info(request), version)).isEqualTo(resource(name));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SameAsRedisTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
