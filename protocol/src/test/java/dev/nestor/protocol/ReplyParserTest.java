package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Feed.Outcome;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyParserTest {
    private static final long SEED = Long.getLong("nestor.seed", 1);

    @Test
    void resp3_readsBackWhatWasWritten() {
        readBack(RespVersion.RESP3);
    }

    @Test
    void resp2_readsBackTheDowngrade() {
        readBack(RespVersion.RESP2);
    }

    private static void readBack(RespVersion version) {
        RandomReplies random = new RandomReplies(new Random(SEED));
        for (int round = 0; round < 2_000; round++) {
            List<Reply> replies = List.of(random.next(), random.next());
            byte[] bytes = Written.join(
                    replies.stream().map(reply -> Written.bytes(reply, version)).toList());
            List<Reply> seen = replies.stream()
                    .map(reply -> RandomReplies.asSeenBy(version, reply))
                    .toList();
            int[] cuts = new Random(round).ints(5, 0, bytes.length).sorted().toArray();
            assertThat(Feed.replies(FrameLimits.AUTHENTICATED, bytes, cuts))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(new Outcome<>(seen, ""));
        }
    }

    @Test
    void everyReply_cutAtAnyPlace() {
        RandomReplies random = new RandomReplies(new Random(SEED));
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            replies.add(random.next());
        }
        byte[] bytes = Written.join(replies.stream()
                .map(reply -> Written.bytes(reply, RespVersion.RESP3))
                .toList());
        List<Reply> seen = replies.stream()
                .map(reply -> RandomReplies.asSeenBy(RespVersion.RESP3, reply))
                .toList();
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(Feed.replies(FrameLimits.AUTHENTICATED, bytes, cut).frames())
                    .as("seed %d, cut at %d", SEED, cut)
                    .isEqualTo(seen);
        }
        assertThat(Feed.replies(FrameLimits.AUTHENTICATED, bytes, Feed.everywhere(bytes.length))
                        .frames())
                .isEqualTo(seen);
    }

    @Test
    void attributes_areDropped() {
        assertThat(Feed.replies("|1\r\n+ttl\r\n:3\r\n$1\r\na\r\n*2\r\n|0\r\n:1\r\n|1\r\n+x\r\n*1\r\n:9\r\n:2\r\n")
                        .frames())
                .containsExactly(Reply.bulk("a"), Reply.array(Reply.ONE, new Reply.Int(2)));
    }

    @Test
    void integer_mayHaveAPlusSign() {
        assertThat(Feed.replies(":+5\r\n:+0\r\n:7\r\n(+12\r\n_\r\n").frames())
                .containsExactly(
                        new Reply.Int(5),
                        new Reply.Int(0),
                        new Reply.Int(7),
                        new Reply.BigNumber(BigInteger.valueOf(12)),
                        Reply.NIL);
    }

    @Test
    void bigNumber_ofOtherDigits_isRefused() {
        byte[] bytes = "(\u0661\u0662\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Feed.replies(FrameLimits.AUTHENTICATED, bytes).refusal())
                .isEqualTo("Protocol error: invalid number");
    }

    @Test
    void blobError_isAFailure() {
        assertThat(Feed.replies("!10\r\nSYNTAX a b\r\n-ERR\r\n").frames())
                .containsExactly(new Failure("SYNTAX", "a b"), new Failure("ERR", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "?x~,        unknown reply type '?'",
        ":x~,        invalid number",
        "$-2~,       invalid bulk length",
        "$16777217~, invalid bulk length",
        "$?~,        invalid number",
        "*-2~,       invalid multibulk length",
        "%-1~,       invalid multibulk length",
        "*1048577~,  invalid multibulk length",
        "'#x~',      invalid boolean",
        "',1x~',     invalid number",
        "',0x1p3~',  invalid number",
        "(1.5~,      invalid number",
        "_x~,        invalid null",
        ":++5~,      invalid number",
        ":5+~,       invalid number",
        ":+~,        invalid number",
        ":+-5~,      invalid number",
        "$+1~,       invalid number",
        "*+1~,       invalid number",
        "=3~txt~,    invalid verbatim string",
        "+a^b~,      carriage return inside a line"
    })
    void malformedReply_isRefused(String bytes, String reason) {
        String sent = bytes.replace("~", "\r\n").replace('^', '\r');
        assertThat(Feed.replies(sent).refusal()).isEqualTo("Protocol error: " + reason);
    }

    @Test
    void unfinishedReply_mayHoldOnlySoMuch() {
        FrameLimits limits = new FrameLimits(1000, 1000, 1000, 3000, true);
        assertThat(Feed.replies(limits, Feed.latin("*999\r\n" + ":1\r\n".repeat(100)))
                        .refusal())
                .isEqualTo("Protocol error: reply of more than 3000 bytes");
        assertThat(Feed.replies(limits, Feed.latin(":1\r\n".repeat(1000))).refusal())
                .isEmpty();
        assertThat(Feed.replies(limits, Feed.latin("+" + "x".repeat(1001))).refusal())
                .isEqualTo("Protocol error: too long line");
    }
}
