package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every command to transcripts. What stands in {@code redis/} was answered by Redis 7.0.15, see {@link
 * TranscriptRecorder}; the others are Nestor's own, and RedisJSON's by its sources and tests.
 */
class TranscriptTest {
    private static final List<String> NAMES = List.of(
            "redis/strings",
            "redis/keys",
            "redis/connection",
            "redis/server",
            "redis/random",
            "strings",
            "keys",
            "scan",
            "connection",
            "server",
            "cluster",
            "nestor",
            "json-set",
            "json-get",
            "json-properties",
            "json-arrays",
            "json-scalars");

    static Stream<Arguments> conversations() {
        return NAMES.stream()
                .flatMap(name -> Transcript.resource(name + ".txt").sections().stream()
                        .map(section -> Arguments.of(name, section)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("conversations")
    void conversation_goesAsWritten(String name, Transcript.Section section) {
        for (RespVersion version : RespVersion.values()) {
            TestServer server = new TestServer();
            Session session = server.connect();
            session.speak(version);
            section.steps().forEach(step -> take(step, server, session, version));
        }
    }

    private static void take(Transcript.Step step, TestServer server, Session session, RespVersion version) {
        switch (step) {
            case Transcript.Wait(long millis) -> server.advance(millis);
            case Transcript.Exchange exchange -> {
                String expected = version == RespVersion.RESP2 ? exchange.resp2() : exchange.resp3();
                String actual = WireText.of(server.answer(Words.line(exchange.request()), session), session.version());
                assertThat(actual)
                        .as("%s of %s", version, exchange.request())
                        .matches(Transcript.pattern(expected), "is " + expected);
            }
        }
    }

    @Test
    void transcripts_showEveryCommandOfTheTable() {
        Set<String> shown = NAMES.stream()
                .flatMap(name -> Transcript.resource(name + ".txt").exchanges().stream())
                .map(exchange -> CommandTable.NESTOR.find(Words.line(exchange.request())))
                .filter(Objects::nonNull)
                .map(CommandSpec::fullName)
                .collect(Collectors.toSet());
        // What COMMAND answers is too long to be written down, and is tested with the table.
        shown.add("command");
        assertThat(shown)
                .containsAll(CommandTable.NESTOR.all().stream()
                        .map(CommandSpec::fullName)
                        .toList());
    }

    @Test
    void request_isOfTheTranscriptsLanguage() {
        assertThat(Words.line("SET 'a b' \"\\x00\"")).isEqualTo(Request.of("SET", "a b", "\0"));
    }
}
