package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.nestor.protocol.Feed.Outcome;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whatever the bytes: a parser consumes them all ({@link Feed} checks it), throws nothing but a
 * {@link ProtocolException}, and finds the same wherever they are cut. An ordinary test run replays the stored inputs;
 * {@code JAZZER_FUZZ=1 mvn test -pl protocol -Dtest=ParsersFuzzTest#requests} looks for new ones.
 */
class ParsersFuzzTest {
    private static final FrameLimits LIMITS = new FrameLimits(1 << 12, 1 << 10, 1 << 8, 1 << 14, true);

    @FuzzTest(maxDuration = "60s")
    void requests(FuzzedDataProvider data) {
        int[] cuts = cuts(data);
        byte[] bytes = data.consumeRemainingAsBytes();
        Outcome<Request> whole = Feed.requests(LIMITS, bytes);
        assertThat(Feed.requests(LIMITS, bytes, within(cuts, bytes.length))).isEqualTo(whole);
        assertThat(Feed.requests(LIMITS, bytes, Feed.everywhere(bytes.length))).isEqualTo(whole);
    }

    @FuzzTest(maxDuration = "60s")
    void replies(FuzzedDataProvider data) {
        int[] cuts = cuts(data);
        byte[] bytes = data.consumeRemainingAsBytes();
        Outcome<Reply> whole = Feed.replies(LIMITS, bytes);
        assertThat(Feed.replies(LIMITS, bytes, within(cuts, bytes.length))).isEqualTo(whole);
        whole.frames().forEach(ParsersFuzzTest::survivesWriting);
    }

    /** What was read is written and read again as the same. */
    private static void survivesWriting(Reply reply) {
        byte[] written = Written.bytes(reply, RespVersion.RESP3);
        Reply seen = RandomReplies.asSeenBy(RespVersion.RESP3, reply);
        assertThat(Feed.replies(FrameLimits.AUTHENTICATED, written)).isEqualTo(new Outcome<>(List.of(seen), ""));
    }

    private static int[] cuts(FuzzedDataProvider data) {
        return IntStream.range(0, 3).map(i -> data.consumeInt(0, 64)).toArray();
    }

    private static int[] within(int[] cuts, int length) {
        return IntStream.of(cuts).map(cut -> Math.min(cut, length)).sorted().toArray();
    }
}
