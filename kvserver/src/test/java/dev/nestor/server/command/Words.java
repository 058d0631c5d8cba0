package dev.nestor.server.command;

import dev.nestor.protocol.FrameLimits;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RequestDecoder;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes requests as they come over the wire. */
final class Words {
    private Words() {}

    /** The request of a line as a person types it, quoted by the rules of inline commands. */
    static Request line(String line) {
        return decode((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The request of any bytes. */
    static Request bytes(List<byte[]> words) {
        return decode(encode(words));
    }

    /** A request on the wire. */
    static byte[] encode(List<byte[]> words) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(("*" + words.size() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (byte[] word : words) {
            wire.writeBytes(("$" + word.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            wire.writeBytes(word);
            wire.writeBytes(new byte[] {'\r', '\n'});
        }
        return wire.toByteArray();
    }

    private static Request decode(byte[] wire) {
        EmbeddedChannel channel = new EmbeddedChannel(new RequestDecoder(FrameLimits.AUTHENTICATED));
        channel.writeInbound(Unpooled.wrappedBuffer(wire));
        Request request = channel.readInbound();
        channel.finishAndReleaseAll();
        if (request == null) {
            throw new IllegalArgumentException("no request: " + new String(wire, StandardCharsets.UTF_8));
        }
        return request;
    }
}
