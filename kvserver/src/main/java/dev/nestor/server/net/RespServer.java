package dev.nestor.server.net;

import dev.nestor.server.command.Credentials;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves clients on one address, from {@link #open} to {@link #close}. It closes before what stands behind its
 * partitions does, so that writes under way are still answered.
 */
public final class RespServer {
    /** What Redis asks for; the kernel may allow less. */
    private static final int BACKLOG = 511;

    private final EventLoopGroup loops;
    private final ExecutorService scans;
    private final Acceptance acceptance;
    private final Channel listening;

    private RespServer(EventLoopGroup loops, ExecutorService scans, Acceptance acceptance, Channel listening) {
        this.loops = loops;
        this.scans = scans;
        this.acceptance = acceptance;
        this.listening = listening;
    }

    /**
     * Begins to serve.
     *
     * @param clients where the connections are to be listed
     * @param traffic what is to count them
     * @throws IOException with one line that says why when it can't listen on the address
     */
    public static RespServer open(
            RespSettings settings,
            Planner planner,
            Partitions partitions,
            Credentials credentials,
            ClientRegistry clients,
            TrafficCounters traffic)
            throws IOException {
        Transport transport = Transport.best();
        EventLoopGroup loops = transport.eventLoops(settings.eventLoops());
        ExecutorService scans =
                Executors.newFixedThreadPool(settings.eventLoops(), new DefaultThreadFactory("scans", true));
        Service service = new Service(
                planner,
                partitions,
                credentials.areRequired(),
                settings.limits(),
                clients,
                traffic,
                scans,
                InstantSource.system());
        Acceptance acceptance = new Acceptance(service, settings.maxClients(), loops);
        try {
            Channel listening = listen(settings, transport, loops, acceptance);
            var _ = loops.next().scheduleAtFixedRate(traffic::tick, 1, 1, TimeUnit.SECONDS);
            return new RespServer(loops, scans, acceptance, listening);
        } catch (IOException e) {
            scans.shutdown();
            var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw e;
        }
    }

    private static Channel listen(
            RespSettings settings, Transport transport, EventLoopGroup loops, Acceptance acceptance)
            throws IOException {
        int paused = settings.limits().pausedOutputBytes();
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(paused / 2, paused))
                .childHandler(acceptance)
                .bind(settings.host(), settings.port())
                .awaitUninterruptibly();
        Throwable obstacle = bound.cause();
        if (obstacle != null) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "can't listen on %s:%d: %s",
                            settings.host(),
                            settings.port(),
                            reason(obstacle)),
                    obstacle);
        }
        return bound.channel();
    }

    private static String reason(Throwable obstacle) {
        String message = String.valueOf(obstacle.getMessage());
        return switch (obstacle) {
            case UnknownHostException _, UnresolvedAddressException _ -> "there is no such host";
            case IOException _ when message.contains("in use") -> "the port is taken by another process";
            default -> message;
        };
    }

    /** Where it listens; the port is the one that was found when any was asked for. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /**
     * Accepts nobody any more, answers what is under way, and closes.
     *
     * @param patience how long to wait for answers; connections that still have none are closed without
     */
    public void close(Duration patience) {
        listening.close().awaitUninterruptibly();
        acceptance.end(patience);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        scans.shutdownNow();
    }
}
