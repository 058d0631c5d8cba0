package dev.nestor.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** The head of a connection's pipeline: tells it of bytes before it gets the requests in them. */
final class Intake extends ChannelInboundHandlerAdapter {
    private final Connection connection;

    Intake(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            connection.bytesCame(bytes.readableBytes());
        }
        context.fireChannelRead(message);
    }
}
