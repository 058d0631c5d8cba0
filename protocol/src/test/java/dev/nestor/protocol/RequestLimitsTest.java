package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void stranger_getsTenArgumentsOfSixteenKilobytes() {
        assertThat(stranger("*11\r\n")).isEqualTo("Protocol error: unauthenticated multibulk length");
        assertThat(stranger("*1\r\n$16385\r\n")).isEqualTo("Protocol error: unauthenticated bulk length");
        assertThat(stranger("x".repeat(16 << 10) + " \r\n")).isEqualTo("Protocol error: too big inline request");
        assertThat(stranger("x ".repeat(11) + "\r\n")).isEqualTo("Protocol error: unauthenticated multibulk length");
        assertThat(stranger("*10\r\n" + ("$16384\r\n" + "x".repeat(16384) + "\r\n").repeat(10)))
                .isEmpty();
    }

    private static String stranger(String bytes) {
        return Feed.requests(FrameLimits.UNAUTHENTICATED, Feed.latin(bytes)).refusal();
    }

    @Test
    void newLimits_countFromTheNextHeaderOn() throws ProtocolException {
        RequestParser parser = new RequestParser(FrameLimits.UNAUTHENTICATED);
        List<Request> requests = new ArrayList<>();
        ByteBuf in = Unpooled.copiedBuffer(Feed.latin("AUTH x\r\n*12\r\n" + "$1\r\nx\r\n".repeat(12)));
        parser.parse(in, request -> {
            requests.add(request);
            parser.limits(FrameLimits.AUTHENTICATED);
        });
        assertThat(requests).hasSize(2);
    }

    @Test
    void unfinishedRequest_mayHoldOnlySoMuch() {
        FrameLimits limits = new FrameLimits(1000, 1000, 1000, 3000, true);
        String bulk = "$900\r\n" + "x".repeat(900) + "\r\n";
        assertThat(Feed.requests(limits, Feed.latin(("*3\r\n" + bulk.repeat(3)).repeat(9)))
                        .refusal())
                .isEmpty();
        assertThat(Feed.requests(limits, Feed.latin("*4\r\n" + bulk.repeat(3) + "$900\r\n"))
                        .refusal())
                .isEqualTo("Protocol error: request of more than 3000 bytes");
        assertThat(Feed.requests(limits, Feed.latin("*1000\r\n" + "$0\r\n\r\n".repeat(200)))
                        .refusal())
                .as("empty arguments cost memory too")
                .isEqualTo("Protocol error: request of more than 3000 bytes");
    }

    @Test
    void headersThatPromiseMuch_allocateLittle() throws ProtocolException {
        assertThat(allocatedBy("*1\r\n$16777216\r\n")).isLessThan(4_000);
        assertThat(allocatedBy("*1048576\r\n")).isLessThan(4_000);
        assertThat(allocatedBy("*1\r\n$16777216\r\n" + "x".repeat(10_000))).isLessThan(4 * 10_000);
    }

    @Test
    void bulkThatComesInPieces_holdsAtMostTwiceWhatCame() throws ProtocolException {
        RequestParser parser = new RequestParser(FrameLimits.AUTHENTICATED);
        List<Request> requests = new ArrayList<>();
        parser.parse(Unpooled.copiedBuffer(Feed.latin("*1\r\n$1000000\r\n")), requests::add);
        ByteBuf piece = Unpooled.wrappedBuffer(new byte[10_000]);
        long before = allocatedBytes();
        for (int i = 0; i < 100; i++) {
            parser.parse(piece.resetReaderIndex(), requests::add);
        }
        // 20 KB, 60 KB, ... doubled each time: together at most four times the whole.
        assertThat(allocatedBytes() - before).isLessThan(4_000_000);
        parser.parse(Unpooled.copiedBuffer(Feed.latin("\r\n")), requests::add);
        assertThat(requests).containsExactly(new Request(new byte[][] {new byte[1_000_000]}));
    }

    /** The bytes allocated on this thread, once everything is warm. */
    private static long allocatedBy(String bytes) throws ProtocolException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            ByteBuf in = Unpooled.copiedBuffer(Feed.latin(bytes));
            RequestParser parser = new RequestParser(FrameLimits.AUTHENTICATED);
            long before = allocatedBytes();
            parser.parse(in, RequestLimitsTest::unexpected);
            least = Math.min(least, allocatedBytes() - before);
        }
        return least;
    }

    private static void unexpected(Request request) {
        throw new AssertionError(request.toString());
    }

    private static long allocatedBytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }
}
