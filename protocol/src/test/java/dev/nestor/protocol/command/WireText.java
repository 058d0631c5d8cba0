package dev.nestor.protocol.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.ReplyBatch;
import dev.nestor.protocol.RespVersion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;

/** A reply as a client reads it. */
final class WireText {
    private WireText() {}

    static String of(Reply reply, RespVersion version) {
        ReplyBatch batch = new ReplyBatch(UnpooledByteBufAllocator.DEFAULT);
        batch.add(reply, version);
        EmbeddedChannel channel = new EmbeddedChannel();
        batch.writeTo(channel);
        channel.flush();
        StringBuilder text = new StringBuilder();
        for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
            text.append(buffer.toString(StandardCharsets.UTF_8));
            buffer.release();
        }
        channel.finish();
        return text.toString();
    }
}
