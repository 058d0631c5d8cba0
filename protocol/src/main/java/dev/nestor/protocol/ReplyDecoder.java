package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * The head of a client's pipeline: fires a {@link Reply} per answer or push. Bytes that are no RESP fire a
 * {@link ProtocolException} as {@code exceptionCaught}, and nothing is fired after it.
 */
public final class ReplyDecoder extends FrameDecoder {
    private final ReplyParser parser;

    public ReplyDecoder(FrameLimits limits) {
        parser = new ReplyParser(limits);
    }

    @Override
    void parse(ByteBuf in, Consumer<Object> frames) throws ProtocolException {
        parser.parse(in, frames);
    }
}
