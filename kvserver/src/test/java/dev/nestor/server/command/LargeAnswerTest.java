package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short requests that ask for very much are refused before there is memory for the answer. */
class LargeAnswerTest {
    private static final Failure TOO_LARGE =
            Failure.err("the answer would have more than 67108864 bytes: ask for less at once");

    private final TestServer server = new TestServer();
    private final Session session = server.connect();

    /** A megabyte of text below a hundred objects. */
    private void setDeepDocument() {
        String text = "\"" + "x".repeat(1 << 20) + "\"";
        String json = "{\"a\":".repeat(100) + text + "}".repeat(100);
        assertThat(server.answer(Request.of("JSON.SET", "deep", "$", json), session))
                .isEqualTo(Reply.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON.GET deep $..*",
                "JSON.GET deep $..a $..*",
                "JSON.GET deep FORMAT EXPAND $..*",
                "JSON.GET deep FORMAT EXPAND1 $..*",
                "JSON.RESP deep $..*",
                "JSON.MGET deep $..*"
            })
    void everyValueOfADeepDocument_isTooMuch(String line) {
        setDeepDocument();
        session.speak(RespVersion.RESP3);
        assertThat(server.answer(Words.line(line), session)).isEqualTo(TOO_LARGE);
    }

    @Test
    void sameDocumentManyTimes_isTooMuch() {
        setDeepDocument();
        String[] keys = new String[80];
        Arrays.fill(keys, "deep");
        keys[79] = "$";
        assertThat(server.answer(Request.of("JSON.MGET", keys), session)).isEqualTo(TOO_LARGE);
    }

    @Test
    void sameStringManyTimes_isTooMuch() {
        server.answer(Request.of("SET", "long", "v".repeat(1 << 20)), session);
        String[] keys = new String[80];
        Arrays.fill(keys, "long");
        assertThat(server.answer(Request.of("MGET", keys), session)).isEqualTo(TOO_LARGE);
        assertThat(server.answer(Request.of("MGET", Arrays.copyOf(keys, 60)), session))
                .isInstanceOf(Reply.Array.class);
    }

    @Test
    void manyLongKeys_areTooMuch() {
        for (int i = 0; i < 1100; i++) {
            server.answer(Request.of("SET", "k".repeat(63_000) + i, ""), session);
        }
        assertThat(server.answer(Words.line("KEYS *"), session)).isEqualTo(TOO_LARGE);
        assertThat(server.answer(Words.line("KEYS *999"), session)).isInstanceOf(Reply.Array.class);
    }

    @Test
    void layoutOfManyDeepValues_isTooMuch() {
        String json = "[".repeat(100) + "1,".repeat(100_000) + "1" + "]".repeat(100);
        server.answer(Request.of("JSON.SET", "wide", "$", json), session);
        assertThat(server.answer(Request.of("JSON.GET", "wide", "INDENT", "        "), session))
                .isEqualTo(TOO_LARGE);
        assertThat(server.answer(Request.of("JSON.GET", "wide", "INDENT", " "), session))
                .isInstanceOf(Reply.Bulk.class);
    }

    @Test
    void bracketsInText_areNotLaidOut() {
        String json = "\"\\\"" + "[".repeat(20_000) + "\"";
        assertThat(server.answer(Request.of("JSON.SET", "text", "$", json), session))
                .isEqualTo(Reply.OK);
        assertThat(server.answer(Request.of("JSON.GET", "text", "INDENT", "    "), session))
                .isEqualTo(Reply.bulk(json));
    }

    @Test
    void laidOutText_isAsLongAsItWasSaidToBe() {
        String json = "{\"a\":[1,{\"b\":\"x:,{\\\"\"}],\"c\":{}}";
        server.answer(Request.of("JSON.SET", "doc", "$", json), session);
        Reply.Bulk text = (Reply.Bulk)
                server.answer(Request.of("JSON.GET", "doc", "INDENT", "  ", "NEWLINE", "\n", "SPACE", " "), session);
        assertThat(text.text()).isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": "x:,{\\""
                    }
                  ],
                  "c": {}
                }""");
    }

    @Test
    void rangeOfLargeRecords_isTooMuch_itsKeysAreNot() {
        String value = "v".repeat(1 << 20);
        for (int i = 0; i < 80; i++) {
            server.answer(Request.of("SET", "key" + i, value), session);
        }
        assertThat(server.answer(Words.line("NESTOR.RANGE k l"), session)).isEqualTo(TOO_LARGE);
        assertThat(server.answer(Words.line("NESTOR.RANGE k l LIMIT 20"), session))
                .isInstanceOf(Reply.Map.class);
        assertThat(((Reply.Array) server.answer(Words.line("NESTOR.RANGE k l KEYS"), session)).items())
                .hasSize(80);
    }

    @Test
    void allKeys_whenTheyAreLong_areTooMuch() {
        String suffix = "k".repeat(60_000);
        for (int i = 1000; i < 2120; i++) {
            server.answer(Request.of("SET", i + suffix, ""), session);
        }
        assertThat(server.answer(Words.line("KEYS *"), session)).isEqualTo(TOO_LARGE);
        assertThat(server.answer(Words.line("SCAN 0 COUNT 2000"), session)).isEqualTo(TOO_LARGE);
        assertThat(((Reply.Array) server.answer(Words.line("KEYS 20*"), session)).items())
                .hasSize(100);
    }

    @Test
    void manyPaths_areTooMany() {
        String[] words = new String[1026];
        Arrays.fill(words, "$");
        words[0] = "doc";
        assertThat(server.answer(Request.of("JSON.GET", words), session))
                .isEqualTo(Failure.err("at most 1024 paths are allowed"));
    }

    @Test
    void laboriousPath_isRefused() {
        String json = "[" + "[1],".repeat(4000) + "1]";
        server.answer(Request.of("JSON.SET", "doc", "$", json), session);
        Request request = Request.of("JSON.TYPE", "doc", "$[?count($..*)>1]");
        assertThat(server.answer(request, session)).isInstanceOf(Failure.class);
    }
}
