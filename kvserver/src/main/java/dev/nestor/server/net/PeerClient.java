package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.FrameLimits;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.ReplyDecoder;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks other servers: one short connection per message, {@code NESTOR.PEER message}. Heartbeats are two a second per
 * server, so a connection each costs less than keeping some alive would in code. Thread-safe.
 */
public final class PeerClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final byte[] COMMAND = "*2\r\n$11\r\nNESTOR.PEER\r\n$".getBytes(StandardCharsets.US_ASCII);

    private final IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /** Sends a message and hands over the answer; fails when there is none in that time. */
    public CompletionStage<byte[]> ask(String host, int port, byte[] message, Duration patience) {
        CompletableFuture<byte[]> answer =
                new CompletableFuture<byte[]>().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        Bootstrap bootstrap = new Bootstrap()
                .group((EventLoopGroup) group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new ReplyDecoder(FrameLimits.AUTHENTICATED), new Exchange(message, answer));
                    }
                });
        ChannelFuture connection = bootstrap.connect(host, port);
        connection.addListener((ChannelFutureListener) connected -> {
            if (!connected.isSuccess()) {
                answer.completeExceptionally(connected.cause());
            }
        });
        var _ = answer.whenComplete((_, _) -> {
            var _ = connection.channel().close();
        });
        return answer;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** One message and its answer. */
    private static final class Exchange extends ChannelInboundHandlerAdapter {
        private final byte[] message;
        private final CompletableFuture<byte[]> answer;

        Exchange(byte[] message, CompletableFuture<byte[]> answer) {
            this.message = message;
            this.answer = answer;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.writeAndFlush(request(context.alloc()))
                    .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object reply) {
            switch ((Reply) reply) {
                case Reply.Bulk bulk ->
                    answer.complete(Arrays.copyOfRange(bulk.bytes(), bulk.offset(), bulk.offset() + bulk.length()));
                case Failure failure -> answer.completeExceptionally(new IOException(failure.line()));
                case Reply other -> answer.completeExceptionally(new IOException("unexpected answer " + other));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            answer.completeExceptionally(cause);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            answer.completeExceptionally(new IOException("the connection was closed before the answer"));
        }

        private ByteBuf request(ByteBufAllocator allocator) {
            byte[] length = (message.length + "\r\n").getBytes(StandardCharsets.US_ASCII);
            return allocator
                    .buffer(COMMAND.length + length.length + message.length + 2)
                    .writeBytes(COMMAND)
                    .writeBytes(length)
                    .writeBytes(message)
                    .writeByte('\r')
                    .writeByte('\n');
        }
    }
}
