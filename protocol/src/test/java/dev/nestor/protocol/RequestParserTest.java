package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.protocol.Feed.Outcome;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestParserTest {
    private static final long SEED = Long.getLong("nestor.seed", 1);

    /** A client's session with everything in it that the protocol allows. */
    private static final String SESSION = "*2\r\n$5\r\nHELLO\r\n$1\r\n3\r\n"
            + "PING\r\n"
            + "\r\n  \n*0\r\n*-1\r\n"
            + "*3\r\n$3\r\nSET\r\n$0\r\n\r\n$12\r\n\r\n*1\r\n$4\r\n\0\u00ff\r\n"
            + "set \"a \\x41\\n\" 'it\\'s' plain\"joined\"\n"
            + "*1\r\n$4\r\nping\r\n"
            + "*70\r\n" + "$1\r\nx\r\n".repeat(70)
            + "*2\r\n$4\r\nECHO\r\n$3000\r\n" + "0123456789".repeat(300) + "\r\n"
            + "  echo   last \t\r\n";

    private static final Outcome<Request> EXPECTED = new Outcome<>(
            List.of(
                    Request.of("HELLO", "3"),
                    Request.of("PING"),
                    latin("SET", "", "\r\n*1\r\n$4\r\n\0\u00ff"),
                    Request.of("set", "a A\n", "it's", "plainjoined"),
                    Request.of("ping"),
                    Request.of("x", "x".repeat(69).split("")),
                    Request.of("ECHO", "0123456789".repeat(300)),
                    Request.of("echo", "last")),
            "");

    private static Request latin(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = Feed.latin(words[i]);
        }
        return new Request(bytes);
    }

    private static Outcome<Request> session(int... cuts) {
        return Feed.requests(FrameLimits.AUTHENTICATED, Feed.latin(SESSION), cuts);
    }

    @Test
    void session_inOneRead() {
        assertThat(session()).isEqualTo(EXPECTED);
    }

    @Test
    void session_byteByByte() {
        assertThat(session(Feed.everywhere(SESSION.length()))).isEqualTo(EXPECTED);
    }

    @Test
    void session_cutAtAnyPlace() {
        for (int cut = 0; cut <= SESSION.length(); cut++) {
            assertThat(session(cut)).as("cut at %d", cut).isEqualTo(EXPECTED);
        }
    }

    @Test
    void session_cutAtManyPlaces() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            int[] cuts = random.ints(1 + random.nextInt(12), 0, SESSION.length())
                    .sorted()
                    .toArray();
            assertThat(session(cuts)).as("seed %d, cuts %s", SEED, cuts).isEqualTo(EXPECTED);
        }
    }

    @Test
    void refusal_isTheSameWhereverTheBytesAreCut() {
        String bytes = "PING\r\n*2\r\n$4\r\nPING\r\n$-7\r\nPING\r\n";
        Outcome<Request> expected = new Outcome<>(List.of(Request.of("PING")), "Protocol error: invalid bulk length");
        for (int cut = 0; cut <= bytes.length(); cut++) {
            assertThat(Feed.requests(FrameLimits.AUTHENTICATED, Feed.latin(bytes), cut))
                    .isEqualTo(expected);
        }
    }

    /** Texts as Redis 7.0 gives them to these very bytes. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "*3~$3~foo~!3~;           expected '$', got '!'",
                "*1~X~;                   expected '$', got 'X'",
                "*1~$-1~;                 invalid bulk length",
                "*1~$-0~;                 invalid bulk length",
                "*1~$x~;                  invalid bulk length",
                "*1~$~;                   invalid bulk length",
                "*1~$04~PING~;            invalid bulk length",
                "*1~$999999999999~;       invalid bulk length",
                "*1~$99999999999999999999999~; invalid bulk length",
                "*1~$16777217~;           invalid bulk length",
                "*abc~;                   invalid multibulk length",
                "*~PING~;                 invalid multibulk length",
                "*+1~$4~PING~;            invalid multibulk length",
                "*01~$4~PING~;            invalid multibulk length",
                "*-0~;                    invalid multibulk length",
                "* 1~;                    invalid multibulk length",
                "*1_~;                    invalid multibulk length",
                "*1^$4~PING~;             invalid multibulk length",
                "*2147483648~;            invalid multibulk length",
                "*9223372036854775808~;   invalid multibulk length",
                "*1048577~;               invalid multibulk length",
                "'abc~;                   unbalanced quotes in request",
                "\"a\"b~;                 unbalanced quotes in request",
                "f'~;                     unbalanced quotes in request",
                "f \"\\~;                 unbalanced quotes in request",
                "*1~$4~PINGxxPING~;       expected CRLF after bulk",
                "*1~$4~PING^PING~;        expected CRLF after bulk"
            })
    void malformedFrame_isRefusedInRedissWords(String bytes, String reason) {
        String sent = bytes.replace("~", "\r\n").replace('^', '\n').replace('_', ' ');
        String expected = "Protocol error: " + reason;
        assertThat(Feed.requests(sent).refusal()).isEqualTo(expected);
    }

    @Test
    void endlessLine_isRefused() {
        assertThat(Feed.requests("x".repeat((64 << 10) + 1)).refusal())
                .isEqualTo("Protocol error: too big inline request");
        assertThat(Feed.requests("*" + "1".repeat(64 << 10) + "1").refusal())
                .isEqualTo("Protocol error: too big mbulk count string");
        assertThat(Feed.requests("*1\r\n$" + "1".repeat(64 << 10) + "1").refusal())
                .isEqualTo("Protocol error: too big bulk count string");
    }

    @Test
    void longestInlineCommand_isTaken() {
        String word = "x".repeat((64 << 10) - 1);
        assertThat(Feed.requests(word + "\r\n").frames()).containsExactly(Request.of(word));
        assertThat(Feed.requests(word + "x\r\n").refusal()).isEqualTo("Protocol error: too big inline request");
    }

    @Test
    void afterARefusal_nothingIsReadAnyMore() throws ProtocolException {
        RequestParser parser = new RequestParser(FrameLimits.AUTHENTICATED);
        assertThatThrownBy(() -> parser.parse(Unpooled.copiedBuffer(Feed.latin("*x\r\nPING\r\n")), request -> {}))
                .isInstanceOf(ProtocolException.class);
        parser.parse(Unpooled.copiedBuffer(Feed.latin("PING\r\n")), request -> {
            throw new AssertionError(request.toString());
        });
    }
}
