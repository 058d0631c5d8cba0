package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a connection's bytes into requests: arrays of bulk strings, and inline commands.
 *
 * <p>The bytes may come in any pieces. Everything that {@link #parse} is given is consumed; what an unfinished request
 * has brought so far is kept as finished arguments and a place in the frame. Beyond the arguments themselves nothing is
 * allocated. Limits and refusals are those of Redis (processMultibulkBuffer and processInlineBuffer in networking.c),
 * with one strictness more: the two bytes after a bulk must be a line end.
 *
 * <p>Not thread-safe: one parser per connection.
 */
public final class RequestParser {
    private enum Place {
        START,
        COUNT,
        MARK,
        LENGTH,
        BODY,
        INLINE,
        BROKEN
    }

    private static final byte[][] NO_ARGUMENTS = {};
    private static final int FEW = 64;

    /** What an argument costs beside its bytes: array header, alignment and its reference. */
    private static final int OVERHEAD_BYTES = 24;

    private final NumberLine number = new NumberLine();
    private final BulkBody body = new BulkBody();
    private final InlineLine inline = new InlineLine();

    private FrameLimits limits;
    private Place place = Place.START;
    private byte[][] arguments = NO_ARGUMENTS;
    private int expected;
    private int received;
    private long heldBytes;

    public RequestParser(FrameLimits limits) {
        this.limits = limits;
    }

    /** Sets the limits for every header that is read from now on. */
    public void limits(FrameLimits newLimits) {
        limits = newLimits;
    }

    /**
     * Consumes the whole buffer and hands on every request that is now complete, in order.
     *
     * @throws ProtocolException when the bytes are no RESP; whatever comes after them is thrown away
     */
    public void parse(ByteBuf in, Consumer<? super Request> requests) throws ProtocolException {
        try {
            while (in.isReadable()) {
                step(in, requests);
            }
        } catch (ProtocolException e) {
            place = Place.BROKEN;
            arguments = NO_ARGUMENTS;
            in.skipBytes(in.readableBytes());
            throw e;
        }
    }

    private void step(ByteBuf in, Consumer<? super Request> requests) throws ProtocolException {
        switch (place) {
            case START -> start(in);
            case COUNT -> count(in);
            case MARK -> mark(in);
            case LENGTH -> length(in);
            case BODY -> body(in, requests);
            case INLINE -> inline(in, requests);
            case BROKEN -> in.skipBytes(in.readableBytes());
        }
    }

    private void start(ByteBuf in) {
        if (in.getByte(in.readerIndex()) == '*') {
            in.skipBytes(1);
            place = Place.COUNT;
        } else {
            place = Place.INLINE;
        }
    }

    private void count(ByteBuf in) throws ProtocolException {
        if (!number.read(in)) {
            return;
        }
        refuseIf(number.isTooLong(), "too big mbulk count string");
        refuseIf(!number.isNumber(), "invalid multibulk length");
        long count = number.take();
        refuseIf(count > limits.elements(), multibulkLength());
        if (count > 0) {
            expected = (int) count;
            arguments = new byte[Math.min(expected, FEW)][];
            place = Place.MARK;
        } else {
            place = Place.START;
        }
    }

    private void mark(ByteBuf in) throws ProtocolException {
        byte mark = in.readByte();
        if (mark != '$') {
            throw new ProtocolException("expected '$', got '" + (char) (mark & 0xFF) + "'");
        }
        place = Place.LENGTH;
    }

    private void length(ByteBuf in) throws ProtocolException {
        if (!number.read(in)) {
            return;
        }
        refuseIf(number.isTooLong(), "too big bulk count string");
        refuseIf(!number.isNumber(), "invalid bulk length");
        long length = number.take();
        refuseIf(length < 0, "invalid bulk length");
        refuseIf(length > limits.bulkBytes(), bulkLength());
        heldBytes += length + OVERHEAD_BYTES;
        if (heldBytes > limits.frameBytes()) {
            throw new ProtocolException("request of more than " + limits.frameBytes() + " bytes");
        }
        body.begin((int) length);
        place = Place.BODY;
    }

    private void body(ByteBuf in, Consumer<? super Request> requests) throws ProtocolException {
        byte[] argument = body.read(in);
        if (argument == null) {
            return;
        }
        if (received == arguments.length) {
            arguments = Arrays.copyOf(arguments, Math.min(expected, 2 * received));
        }
        arguments[received++] = argument;
        place = Place.MARK;
        if (received == expected) {
            finish(requests);
        }
    }

    private void finish(Consumer<? super Request> requests) {
        Request request = new Request(arguments);
        arguments = NO_ARGUMENTS;
        received = 0;
        heldBytes = 0;
        place = Place.START;
        requests.accept(request);
    }

    private void inline(ByteBuf in, Consumer<? super Request> requests) throws ProtocolException {
        if (!inline.read(in, limits.inlineBytes(), "too big inline request")) {
            return;
        }
        List<byte[]> words = InlineWords.split(inline.take());
        refuseIf(words.size() > limits.elements(), multibulkLength());
        place = Place.START;
        if (!words.isEmpty()) {
            requests.accept(new Request(words.toArray(NO_ARGUMENTS)));
        }
    }

    private String multibulkLength() {
        return limits.authenticated() ? "invalid multibulk length" : "unauthenticated multibulk length";
    }

    private String bulkLength() {
        return limits.authenticated() ? "invalid bulk length" : "unauthenticated bulk length";
    }

    private static void refuseIf(boolean bad, String reason) throws ProtocolException {
        if (bad) {
            throw new ProtocolException(reason);
        }
    }
}
