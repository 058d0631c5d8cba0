package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyBatchTest {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final ReplyBatch batch = new ReplyBatch(allocator);

    @AfterEach
    void everyBufferIsReleased() {
        batch.release();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
        assertThat(allocator.metric().usedHeapMemory()).isZero();
    }

    @Test
    void smallReplies_shareABuffer() {
        for (int i = 0; i < 100; i++) {
            batch.add(Reply.OK, RespVersion.RESP3);
        }
        assertThat(batch.sizeBytes()).isEqualTo(500);
        List<byte[]> buffers = Written.buffers(batch);
        assertThat(buffers).hasSize(1);
        assertThat(text(buffers)).isEqualTo("+OK\r\n".repeat(100));
        assertThat(batch.sizeBytes()).isZero();
    }

    @Test
    void bulksOfAnySize_keepTheirBytesAndTheirOrder() {
        StringBuilder expected = new StringBuilder();
        for (int length : new int[] {10, 5_000, 0, 2_000_000, 3, 40_000, 70_000, 1}) {
            String value = "v".repeat(length);
            batch.add(Reply.bulk(value), RespVersion.RESP2);
            expected.append('$').append(length).append("\r\n").append(value).append("\r\n");
            assertThat(batch.sizeBytes()).isEqualTo(expected.length());
        }
        List<byte[]> buffers = Written.buffers(batch);
        assertThat(text(buffers)).isEqualTo(expected.toString());
        assertThat(buffers).hasSizeLessThan(8);
    }

    @Test
    void anEmptyBatch_writesNothing() {
        assertThat(Written.buffers(batch)).isEmpty();
        assertThat(batch.sizeBytes()).isZero();
    }

    @Test
    void replyThatCannotBeWritten_leavesTheBatchAsItWas() {
        Reply deep = Reply.bulk("v".repeat(5_000));
        for (int i = 0; i <= Reply.MAX_DEPTH; i++) {
            deep = Reply.array(Reply.bulk("v".repeat(1_000)), deep);
        }
        Reply tooDeep = deep;
        for (Reply before : List.of(Reply.OK, Reply.bulk("v".repeat(50_000)))) {
            batch.add(before, RespVersion.RESP3);
            long size = batch.sizeBytes();
            assertThatThrownBy(() -> batch.add(tooDeep, RespVersion.RESP3))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(batch.sizeBytes()).isEqualTo(size);
        }
        batch.add(Reply.ONE, RespVersion.RESP3);
        assertThat(text(Written.buffers(batch))).isEqualTo("+OK\r\n$50000\r\n" + "v".repeat(50_000) + "\r\n:1\r\n");
    }

    @Test
    void deepestReply_isWrittenAndReadBack() {
        Reply deep = Reply.ONE;
        for (int i = 0; i < Reply.MAX_DEPTH; i++) {
            deep = Reply.array(deep);
        }
        byte[] bytes = Written.bytes(deep, RespVersion.RESP3);
        assertThat(Feed.replies(FrameLimits.AUTHENTICATED, bytes).frames()).containsExactly(deep);
        byte[] deeper = Written.join(List.of(Feed.latin("*1\r\n"), bytes));
        assertThat(Feed.replies(FrameLimits.AUTHENTICATED, deeper).refusal())
                .isEqualTo("Protocol error: replies nested deeper than 256");
    }

    private static String text(List<byte[]> buffers) {
        return new String(Written.join(buffers), StandardCharsets.US_ASCII);
    }
}
