package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class DecodersTest {
    @Test
    void requests_areFiredInOrderAndTheBufferIsReleased() {
        EmbeddedChannel channel = new EmbeddedChannel(new RequestDecoder(FrameLimits.AUTHENTICATED));
        ByteBuf in = Unpooled.copiedBuffer(Feed.latin("PING\r\n*1\r\n$4\r\nTIME\r\n*1\r\n$4\r\nQU"));
        channel.writeInbound(in);
        assertThat(channel.<Request>readInbound()).isEqualTo(Request.of("PING"));
        assertThat(channel.<Request>readInbound()).isEqualTo(Request.of("TIME"));
        assertThat(channel.<Request>readInbound()).isNull();
        assertThat(in.refCnt()).isZero();
        channel.finish();
    }

    @Test
    void malformedRequest_firesAnExceptionBehindTheRequestsBeforeIt() {
        EmbeddedChannel channel = new EmbeddedChannel(new RequestDecoder(FrameLimits.AUTHENTICATED));
        ByteBuf in = Unpooled.copiedBuffer(Feed.latin("PING\r\n*x\r\n"));
        assertThatThrownBy(() -> channel.writeInbound(in))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        e -> assertThat(e.reply())
                                .isEqualTo(new Failure("ERR", "Protocol error: invalid multibulk length")));
        assertThat(channel.<Request>readInbound()).isEqualTo(Request.of("PING"));
        assertThat(in.refCnt()).isZero();
        channel.finish();
    }

    @Test
    void newLimits_reachTheParser() {
        RequestDecoder decoder = new RequestDecoder(FrameLimits.UNAUTHENTICATED);
        EmbeddedChannel channel = new EmbeddedChannel(decoder);
        decoder.limits(FrameLimits.AUTHENTICATED);
        channel.writeInbound(Unpooled.copiedBuffer(Feed.latin("*11\r\n" + "$1\r\nx\r\n".repeat(11))));
        assertThat(channel.<Request>readInbound().size()).isEqualTo(11);
        channel.finish();
    }

    @Test
    void otherMessages_passThrough() {
        EmbeddedChannel channel = new EmbeddedChannel(new RequestDecoder(FrameLimits.AUTHENTICATED));
        channel.writeInbound("not bytes");
        assertThat(channel.<String>readInbound()).isEqualTo("not bytes");
        channel.finish();
    }

    @Test
    void replies_areFiredAndTheBufferIsReleased() {
        EmbeddedChannel channel = new EmbeddedChannel(new ReplyDecoder(FrameLimits.AUTHENTICATED));
        ByteBuf in = Unpooled.copiedBuffer(Feed.latin("+OK\r\n:7\r\n"));
        channel.writeInbound(in);
        assertThat(channel.<Reply>readInbound()).isEqualTo(Reply.OK);
        assertThat(channel.<Reply>readInbound()).isEqualTo(new Reply.Int(7));
        assertThat(in.refCnt()).isZero();
        channel.finish();
    }
}
