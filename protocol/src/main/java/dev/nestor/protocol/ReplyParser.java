package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a server's bytes into replies, of either version: the types tell which. The bytes may come in any pieces.
 * Attributes of RESP3 are read and dropped; its streamed strings and arrays, which no server sends, are refused.
 *
 * <p>Not thread-safe: one parser per connection.
 */
public final class ReplyParser {
    private enum Place {
        TYPE,
        NUMBER,
        LINE,
        BODY,
        BROKEN
    }

    /** An array, a map or the like, some of whose items are still to come. */
    private record Open(byte type, int count, List<Reply> items) {}

    private static final int FEW = 16;

    /** What a reply costs beside its bytes. */
    private static final int OVERHEAD_BYTES = 40;

    private final FrameLimits limits;
    private final NumberLine number = new NumberLine();
    private final InlineLine line = new InlineLine();
    private final BulkBody body = new BulkBody();
    private final Deque<Open> open = new ArrayDeque<>();
    private Place place = Place.TYPE;
    private byte type;
    private long heldBytes;

    public ReplyParser(FrameLimits limits) {
        this.limits = limits;
    }

    /**
     * Consumes the whole buffer and hands on every reply that is now complete, in order.
     *
     * @throws ProtocolException when the bytes are no RESP; whatever comes after them is thrown away
     */
    public void parse(ByteBuf in, Consumer<? super Reply> replies) throws ProtocolException {
        try {
            while (in.isReadable()) {
                step(in, replies);
            }
        } catch (ProtocolException e) {
            place = Place.BROKEN;
            open.clear();
            in.skipBytes(in.readableBytes());
            throw e;
        }
    }

    private void step(ByteBuf in, Consumer<? super Reply> replies) throws ProtocolException {
        switch (place) {
            case TYPE -> type(in);
            case NUMBER -> number(in, replies);
            case LINE -> line(in, replies);
            case BODY -> body(in, replies);
            case BROKEN -> in.skipBytes(in.readableBytes());
        }
    }

    private void type(ByteBuf in) throws ProtocolException {
        type = in.readByte();
        place = switch (type) {
            case '+', '-', '_', '#', ',', '(' -> Place.LINE;
            case ':', '$', '=', '!', '*', '~', '>', '%', '|' -> Place.NUMBER;
            default -> throw new ProtocolException("unknown reply type '" + (char) (type & 0xFF) + "'");
        };
        hold(OVERHEAD_BYTES);
    }

    private void number(ByteBuf in, Consumer<? super Reply> replies) throws ProtocolException {
        if (!number.read(in)) {
            return;
        }
        // Of all numbers only an integer reply may have a plus sign.
        boolean valid = type == ':' ? number.isSignedNumber() : number.isNumber();
        if (number.isTooLong() || !valid) {
            throw new ProtocolException("invalid number");
        }
        long value = number.take();
        switch (type) {
            case ':' -> complete(new Reply.Int(value), replies);
            case '$', '=', '!' -> beginBody(value, replies);
            default -> beginItems(value, replies);
        }
    }

    private void beginBody(long length, Consumer<? super Reply> replies) throws ProtocolException {
        if (length == -1 && type == '$') {
            complete(Reply.NIL, replies);
            return;
        }
        if (length < 0 || length > limits.bulkBytes()) {
            throw new ProtocolException("invalid bulk length");
        }
        hold(length);
        body.begin((int) length);
        place = Place.BODY;
    }

    private void beginItems(long length, Consumer<? super Reply> replies) throws ProtocolException {
        if (length == -1 && type == '*') {
            complete(Reply.NIL_ARRAY, replies);
            return;
        }
        if (length < 0 || length > limits.elements()) {
            throw new ProtocolException("invalid multibulk length");
        }
        if (open.size() == Reply.MAX_DEPTH) {
            throw new ProtocolException("replies nested deeper than " + Reply.MAX_DEPTH);
        }
        int count = (int) length * (type == '%' || type == '|' ? 2 : 1);
        open.addLast(new Open(type, count, new ArrayList<>(Math.min(count, FEW))));
        place = Place.TYPE;
        closeFull(replies);
    }

    private void line(ByteBuf in, Consumer<? super Reply> replies) throws ProtocolException {
        if (!line.read(in, limits.inlineBytes(), "too long line")) {
            return;
        }
        String text = new String(line.take(), StandardCharsets.UTF_8);
        if (text.indexOf('\r') >= 0) {
            throw new ProtocolException("carriage return inside a line");
        }
        hold(text.length());
        complete(ofLine(text), replies);
    }

    private Reply ofLine(String text) throws ProtocolException {
        try {
            return switch (type) {
                case '+' -> new Reply.Simple(text);
                case '-' -> Failure.ofLine(text);
                case '#' -> new Reply.Bool(truth(text));
                case ',' -> new Reply.Real(RealText.parse(text));
                case '(' -> new Reply.BigNumber(bigInteger(text));
                default -> nil(text);
            };
        } catch (NumberFormatException e) {
            throw new ProtocolException("invalid number");
        }
    }

    /** BigInteger alone would take the digits of any script. */
    private static BigInteger bigInteger(String text) {
        if (!text.chars().allMatch(letter -> letter < 0x80)) {
            throw new NumberFormatException(text);
        }
        return new BigInteger(text);
    }

    private static Reply nil(String text) throws ProtocolException {
        if (!text.isEmpty()) {
            throw new ProtocolException("invalid null");
        }
        return Reply.NIL;
    }

    private static boolean truth(String text) throws ProtocolException {
        return switch (text) {
            case "t" -> true;
            case "f" -> false;
            default -> throw new ProtocolException("invalid boolean");
        };
    }

    private void body(ByteBuf in, Consumer<? super Reply> replies) throws ProtocolException {
        byte[] bytes = body.read(in);
        if (bytes != null) {
            complete(ofBody(bytes), replies);
        }
    }

    private Reply ofBody(byte[] bytes) throws ProtocolException {
        return switch (type) {
            case '!' -> Failure.ofLine(new String(bytes, StandardCharsets.UTF_8));
            case '=' -> verbatim(new String(bytes, StandardCharsets.UTF_8));
            default -> Reply.bulk(bytes);
        };
    }

    private static Reply verbatim(String text) throws ProtocolException {
        if (text.length() < 4 || text.charAt(3) != ':' || text.chars().limit(3).anyMatch(letter -> letter > '~')) {
            throw new ProtocolException("invalid verbatim string");
        }
        return new Reply.Verbatim(text.substring(0, 3), text.substring(4));
    }

    private void complete(Reply reply, Consumer<? super Reply> replies) {
        place = Place.TYPE;
        Open parent = open.peekLast();
        if (parent == null) {
            heldBytes = 0;
            replies.accept(reply);
        } else {
            parent.items().add(reply);
            closeFull(replies);
        }
    }

    /** Ends the innermost array if it has all its items, and with it those around it that are full then. */
    private void closeFull(Consumer<? super Reply> replies) {
        Open last = open.getLast();
        if (last.items().size() < last.count()) {
            return;
        }
        open.removeLast();
        // An attribute is dropped; what it describes is still to come, in its place.
        if (last.type() != '|') {
            complete(whole(last), replies);
        }
    }

    private static Reply whole(Open items) {
        return switch (items.type()) {
            case '~' -> new Reply.Set(items.items());
            case '>' -> new Reply.Push(items.items());
            case '%' -> new Reply.Map(items.items());
            default -> new Reply.Array(items.items());
        };
    }

    private void hold(long bytes) throws ProtocolException {
        heldBytes += bytes;
        if (heldBytes > limits.frameBytes()) {
            throw new ProtocolException("reply of more than " + limits.frameBytes() + " bytes");
        }
    }
}
