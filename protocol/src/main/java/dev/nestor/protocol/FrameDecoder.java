package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Consumer;

/**
 * Feeds a parser what a channel reads, and fires what it finds. No buffer outlives its read, so there is nothing to
 * release when the connection goes.
 */
abstract sealed class FrameDecoder extends ChannelInboundHandlerAdapter permits RequestDecoder, ReplyDecoder {
    abstract void parse(ByteBuf in, Consumer<Object> frames) throws ProtocolException;

    @Override
    public final void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf in)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            parse(in, context::fireChannelRead);
        } catch (ProtocolException e) {
            context.fireExceptionCaught(e);
        } finally {
            in.release();
        }
    }
}
