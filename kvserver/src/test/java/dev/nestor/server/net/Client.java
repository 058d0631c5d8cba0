package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.FrameLimits;
import dev.nestor.protocol.ProtocolException;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.ReplyParser;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A client on a blocking socket. It sends inline commands, and reads no reply before a test asks for it. */
final class Client implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final ReplyParser parser = new ReplyParser(FrameLimits.AUTHENTICATED);
    private final Deque<String> replies = new ArrayDeque<>();
    private final byte[] buffer = new byte[1 << 16];

    Client(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Sends commands at once, as one pipeline. */
    void send(String... commands) throws IOException {
        send((String.join("\r\n", commands) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next replies. */
    List<String> replies(int count) throws IOException {
        List<String> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(reply());
        }
        return next;
    }

    /** The next reply: {@code +OK}, {@code -ERR why}, {@code :1}, {@code text}, {@code nil}, {@code [a, b]}. */
    String reply() throws IOException {
        while (replies.isEmpty()) {
            if (!receive()) {
                throw new EOFException("the server has closed");
            }
        }
        return replies.remove();
    }

    /** The next bytes as they come, when no reply has been received that was not asked for. */
    String raw(int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
    }

    /** Sends a command and gets its reply. */
    String ask(String command) throws IOException {
        send(command);
        return reply();
    }

    /** Whether the server closes without another reply. */
    boolean isClosed() throws IOException {
        while (replies.isEmpty()) {
            if (!receive()) {
                return true;
            }
        }
        return false;
    }

    private boolean receive() throws IOException {
        int count = socket.getInputStream().read(buffer);
        if (count < 0) {
            return false;
        }
        try {
            parser.parse(Unpooled.wrappedBuffer(buffer, 0, count), reply -> replies.add(text(reply)));
        } catch (ProtocolException e) {
            throw new IOException(e);
        }
        return true;
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Simple simple -> "+" + simple.text();
            case Failure failure -> "-" + failure.line();
            case Reply.Int number -> ":" + number.value();
            case Reply.Bulk bulk -> bulk.text();
            case Reply.Nil _ -> "nil";
            case Reply.Array array ->
                array.items().stream().map(Client::text).toList().toString();
            default -> reply.toString();
        };
    }

    /** Sends nothing more, but still listens. */
    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes so that the server gets a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Goes in the middle of the test that has opened it. */
    void leave() throws IOException {
        socket.close();
    }

    int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
