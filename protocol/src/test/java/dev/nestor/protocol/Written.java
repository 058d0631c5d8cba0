package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a batch writes, as the peer would see it. */
public final class Written {
    private Written() {}

    static byte[] bytes(Reply reply, RespVersion version) {
        ReplyBatch batch = new ReplyBatch(UnpooledByteBufAllocator.DEFAULT);
        batch.add(reply, version);
        return join(buffers(batch));
    }

    /** The whole text of one reply. */
    public static String text(Reply reply, RespVersion version) {
        return new String(bytes(reply, version), StandardCharsets.UTF_8);
    }

    /** The content of each buffer that the batch hands over; the buffers are released. */
    static List<byte[]> buffers(ReplyBatch batch) {
        EmbeddedChannel channel = new EmbeddedChannel();
        batch.writeTo(channel);
        channel.flush();
        List<byte[]> contents = new ArrayList<>();
        for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
            byte[] content = new byte[buffer.readableBytes()];
            buffer.readBytes(content);
            buffer.release();
            contents.add(content);
        }
        channel.finish();
        return contents;
    }

    static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
