package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * The head of a server's pipeline: fires a {@link Request} per command, all commands of one read before that read's
 * {@code channelReadComplete}. Bytes that are no RESP fire a {@link ProtocolException} as {@code exceptionCaught},
 * after the requests in front of them; nothing is fired after it, and the handler behind should answer and close.
 */
public final class RequestDecoder extends FrameDecoder {
    private final RequestParser parser;

    public RequestDecoder(FrameLimits limits) {
        parser = new RequestParser(limits);
    }

    /** Sets the limits from the next header on; to be called on the event loop, as when a client has authenticated. */
    public void limits(FrameLimits limits) {
        parser.limits(limits);
    }

    @Override
    void parse(ByteBuf in, Consumer<Object> frames) throws ProtocolException {
        parser.parse(in, frames);
    }
}
