package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.ReplyBatch;
import dev.nestor.protocol.RespVersion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Replies on one line for people, read from the wire, so that it shows what a client gets:
 *
 * <pre>
 *   +OK   -ERR syntax error   :1   ,1.5   (12345   #t   nil   nil-array   "bulk"   txt"verbatim"
 *   [:1 "two"]   {"a" :1}   ~["a"]
 * </pre>
 */
final class WireText {
    private final InputStream wire;

    private WireText(InputStream wire) {
        this.wire = wire;
    }

    /** A reply as a connection of a version gets it. */
    static String of(Reply reply, RespVersion version) {
        try {
            return read(new ByteArrayInputStream(encode(reply, version)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next reply of a stream. */
    static String read(InputStream wire) throws IOException {
        return new WireText(wire).reply();
    }

    private static byte[] encode(Reply reply, RespVersion version) {
        ReplyBatch batch = new ReplyBatch(UnpooledByteBufAllocator.DEFAULT);
        batch.add(reply, version);
        EmbeddedChannel channel = new EmbeddedChannel();
        batch.writeTo(channel);
        channel.flush();
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
            wire.writeBytes(ByteBufUtil.getBytes(buffer));
            buffer.release();
        }
        return wire.toByteArray();
    }

    private String reply() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', '-', ':', ',', '#', '(' -> line;
            case '_' -> "nil";
            case '$' -> rest.equals("-1") ? "nil" : quoted(bulk(rest));
            case '=' -> verbatim(bulk(rest));
            case '*' -> rest.equals("-1") ? "nil-array" : "[" + items(Integer.parseInt(rest)) + "]";
            case '~' -> "~[" + items(Integer.parseInt(rest)) + "]";
            case '%' -> "{" + items(2 * Integer.parseInt(rest)) + "}";
            default -> throw new IOException("no reply: " + line);
        };
    }

    private static String verbatim(String text) {
        return text.substring(0, 3) + quoted(text.substring(4));
    }

    private String items(int count) throws IOException {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(reply());
        }
        return String.join(" ", items);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = wire.read(); letter != '\r'; letter = wire.read()) {
            if (letter < 0) {
                throw new EOFException("the connection ends inside a reply: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(letter);
        }
        wire.read();
        return line.toString(StandardCharsets.UTF_8);
    }

    private String bulk(String length) throws IOException {
        byte[] bytes = wire.readNBytes(Integer.parseInt(length));
        wire.skipNBytes(2);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\r", "\\r").replace("\n", "\\n") + '"';
    }
}
