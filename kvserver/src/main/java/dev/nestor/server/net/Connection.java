package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.FrameLimits;
import dev.nestor.protocol.ProtocolException;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RequestDecoder;
import dev.nestor.server.command.Plan;
import dev.nestor.server.command.Session;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection. Begins requests as long as there is room and holds the others, in their order; then it is
 * not read from, so that those held are never more than came with one read. Everything here happens on its event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Service service;
    private final LoopWork loop;
    private final Channel channel;
    private final RequestDecoder decoder;
    private final Session session;
    private final Replies replies;
    private final Lanes lanes;
    private final PlanRunner runner;
    private final Deque<Request> held = new ArrayDeque<>();

    private long nowMillis;
    private int begun;
    private int hits;
    private int misses;
    private boolean authenticated;
    private boolean touched;

    /** Nothing more is begun; when all is answered, the farewell last, the connection closes. */
    private boolean ending;

    private @Nullable Failure farewell;
    private boolean over;
    private boolean reading = true;
    private @Nullable Future<?> stall;

    Connection(Service service, LoopWork loop, Channel channel, RequestDecoder decoder, Session session) {
        this.service = service;
        this.loop = loop;
        this.channel = channel;
        this.decoder = decoder;
        this.session = session;
        this.replies = new Replies(this, channel, service.limits());
        this.lanes = new Lanes(this);
        this.runner = new PlanRunner(this, replies, lanes);
    }

    Service service() {
        return service;
    }

    Session session() {
        return session;
    }

    Replies replies() {
        return replies;
    }

    Completions completions() {
        return loop.completions();
    }

    Departures departures() {
        return loop.departures();
    }

    LeadershipChecks leadershipChecks() {
        return loop.leadershipChecks();
    }

    Parking parking() {
        return loop.parking();
    }

    /** Bytes have come; the requests in them follow. */
    void bytesCame(int count) {
        service.traffic().came(count);
        nowMillis = service.clock().millis();
        runner.forgetProof();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (ending) {
            return;
        }
        Request request = (Request) message;
        if (held.isEmpty() && replies.hasRoom()) {
            begin(request);
        } else {
            held.add(request);
        }
    }

    private void begin(Request request) {
        begun++;
        Plan plan;
        try {
            plan = service.planner().plan(request, session, nowMillis);
        } catch (RuntimeException e) {
            plan = new Plan.Answer(Mishap.reply(request.name(), e));
        }
        runner.run(request, plan, nowMillis);
        if (session.isClosing()) {
            end();
        }
        if (service.withPassword() && authenticated != session.isAuthenticated()) {
            authenticated = session.isAuthenticated();
            decoder.limits(authenticated ? FrameLimits.AUTHENTICATED : FrameLimits.UNAUTHENTICATED);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        proceed();
    }

    /** Whether this is the first call since it last proceeded. */
    boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    /** Does all that can be done now: answers, starts what waits, begins what is held, and sends what there is to send. */
    void proceed() {
        touched = false;
        if (over) {
            return;
        }
        do {
            answerWaiting();
            beginHeld();
        } while (replies.canWrite());
        boolean last = ending && held.isEmpty() && replies.isIdle();
        if (last && farewell != null) {
            replies.addLast(farewell);
        }
        replies.flush();
        count();
        readOn(held.isEmpty() && !ending);
        if (last) {
            over = true;
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Who leads a partition may be known by now. */
    void lookAgain() {
        lanes.lookAgain();
        proceed();
    }

    /** Hands on what was counted, as the common counters cost more than a GET may. */
    private void count() {
        if (begun > 0) {
            service.traffic().processed(begun);
            begun = 0;
        }
        if (hits + misses > 0) {
            service.traffic().looked(hits, misses);
            hits = 0;
            misses = 0;
        }
    }

    /** Counts a read of one partition. It found nothing when it is answered by nil, as GET and JSON.GET are. */
    void looked(Reply reply) {
        if (reply.equals(Reply.NIL)) {
            misses++;
        } else {
            hits++;
        }
    }

    private void answerWaiting() {
        if (!replies.isIdle()) {
            replies.writeAnswered();
            lanes.advance();
            replies.startAlone();
        }
    }

    private void beginHeld() {
        if (held.isEmpty()) {
            return;
        }
        nowMillis = service.clock().millis();
        runner.forgetProof();
        while (!held.isEmpty() && replies.hasRoom()) {
            begin(held.remove());
        }
    }

    private void readOn(boolean wanted) {
        if (reading != wanted) {
            reading = wanted;
            channel.config().setAutoRead(wanted);
        }
    }

    /** Begins nothing more, and closes when all that was begun is answered. */
    void end() {
        held.clear();
        farewell = null;
        ending = true;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            // The client has said all it wants to, and may still listen.
            ending = true;
            proceed();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (stall != null) {
            stall.cancel(false);
            stall = null;
        }
        if (channel.isWritable()) {
            // Not from here: this is called amid a flush.
            channel.eventLoop().execute(this::proceed);
        } else {
            long patience = service.limits().stalledMillis();
            stall = channel.eventLoop().schedule(this::dropStalled, patience, TimeUnit.MILLISECONDS);
        }
    }

    private void dropStalled() {
        drop(String.format(
                Locale.ROOT,
                "for %d ms it has left replies unread",
                service.limits().stalledMillis()));
    }

    /** Closes the connection of a client that does not read. */
    void drop(String reason) {
        LOG.warn("client {} is dropped: {}", channel.remoteAddress(), reason);
        service.traffic().dropped();
        var _ = channel.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        switch (cause) {
            case ProtocolException violation -> refuse(violation);
            case IOException gone -> {
                LOG.debug("client {} is gone: {}", channel.remoteAddress(), gone.getMessage());
                var _ = channel.close();
            }
            default -> breakOff(cause);
        }
    }

    private void refuse(ProtocolException violation) {
        if (!ending) {
            farewell = violation.reply();
            ending = true;
        }
    }

    /** Closes the connection because of a fault of our own, after which its state can't be trusted. */
    void breakOff(Throwable fault) {
        LOG.error("the connection of client {} is broken off", channel.remoteAddress(), fault);
        var _ = channel.close();
    }

    /** Forgets all that has not started. To be called when the channel has closed. */
    void forget() {
        end();
        over = true;
        count();
        lanes.close();
        replies.close();
        if (stall != null) {
            stall.cancel(false);
        }
    }
}
