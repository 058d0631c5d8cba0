package dev.nestor.server.net;

import dev.nestor.protocol.FrameLimits;
import dev.nestor.protocol.ReplyBatch;
import dev.nestor.protocol.RequestDecoder;
import dev.nestor.protocol.RespVersion;
import dev.nestor.server.command.Session;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns accepted sockets into connections, or away when there are too many. */
@Sharable
final class Acceptance extends ChannelInitializer<Channel> {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    private final Service service;
    private final int maxClients;
    private final IdentityHashMap<EventExecutor, LoopWork> work = new IdentityHashMap<>();
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    Acceptance(Service service, int maxClients, EventLoopGroup loops) {
        this.service = service;
        this.maxClients = maxClients;
        for (EventExecutor loop : loops) {
            work.put(loop, new LoopWork((EventLoop) loop));
        }
    }

    @Override
    protected void initChannel(Channel channel) {
        open.add(channel);
        if (service.traffic().admit(maxClients)) {
            welcome(channel);
        } else {
            turnAway(channel);
        }
    }

    private void welcome(Channel channel) {
        long nowMillis = service.clock().millis();
        Session session =
                service.clients().open(text(channel.remoteAddress()), text(channel.localAddress()), nowMillis);
        RequestDecoder decoder =
                new RequestDecoder(service.withPassword() ? FrameLimits.UNAUTHENTICATED : FrameLimits.AUTHENTICATED);
        LoopWork here = Objects.requireNonNull(work.get(channel.eventLoop()));
        Connection connection = new Connection(service, here, channel, decoder, session);
        channel.pipeline().addLast(new Intake(connection), decoder, connection);
        channel.closeFuture().addListener(_ -> {
            service.traffic().left();
            service.clients().close(session);
            connection.forget();
        });
    }

    private static void turnAway(Channel channel) {
        LOG.warn("a client is turned away: there are too many");
        ReplyBatch batch = new ReplyBatch(channel.alloc());
        batch.add(Refusals.MAX_CLIENTS, RespVersion.RESP2);
        batch.writeTo(channel);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    private static String text(SocketAddress address) {
        if (!(address instanceof InetSocketAddress internet)) {
            return String.valueOf(address);
        }
        String host = internet.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + internet.getPort();
    }

    /** Ends all connections: when all is answered, or when {@code patience} is over. */
    void end(Duration patience) {
        for (Channel channel : open) {
            Connection connection = channel.pipeline().get(Connection.class);
            if (connection != null) {
                channel.eventLoop().execute(() -> {
                    connection.end();
                    connection.proceed();
                });
            }
        }
        if (!open.newCloseFuture().awaitUninterruptibly(patience.toMillis())) {
            LOG.warn("{} connections are closed without all their answers", open.size());
            open.close().awaitUninterruptibly();
        }
    }
}
