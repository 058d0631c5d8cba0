package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelOutboundInvoker;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the replies of one tick of the event loop, in order, into as few buffers as possible. Many small replies share
 * a buffer; a large bulk gets one of its own size behind what fitted before it, so that no buffer ever grows and each
 * byte is copied once, into the memory that the socket writes from.
 *
 * <pre>
 *   batch.add(reply, version);     as often as there are replies
 *   batch.writeTo(context);        hands the buffers over
 *   context.flush();
 * </pre>
 *
 * <p>Not thread-safe: one batch per connection, used on its event loop. After {@link #writeTo} or {@link #release} it
 * holds no buffer.
 */
public final class ReplyBatch {
    /** Enough for most ticks, and little to hold for a client that does not read. */
    private static final int FIRST_BYTES = 1 << 11;

    /** When the first is full there is much to say. */
    private static final int NEXT_BYTES = 1 << 15;

    /** Behind a large bulk its line end and some small replies find room too. */
    private static final int SLACK_BYTES = 1 << 8;

    private final ByteBufAllocator allocator;
    private final ReplyEncoder encoder = new ReplyEncoder(this);
    private final List<ByteBuf> buffers = new ArrayList<>();
    private long fullBytes;

    public ReplyBatch(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * Adds a reply, as a connection of that version is answered.
     *
     * @throws IllegalArgumentException when it nests deeper than {@link Reply#MAX_DEPTH}; the batch is then as it was
     */
    public void add(Reply reply, RespVersion version) {
        int count = buffers.size();
        int end = count == 0 ? 0 : last().writerIndex();
        long bytes = fullBytes;
        boolean complete = false;
        try {
            encoder.encode(reply, version);
            complete = true;
        } finally {
            if (!complete) {
                truncate(count, end);
                fullBytes = bytes;
            }
        }
    }

    /** How many bytes wait to be written. */
    public long sizeBytes() {
        return buffers.isEmpty() ? 0 : fullBytes + last().readableBytes();
    }

    /** Hands all buffers over to be written; the caller flushes. */
    @SuppressWarnings("FutureReturnValueIgnored") // a void promise turns a failure into exceptionCaught
    public void writeTo(ChannelOutboundInvoker channel) {
        for (ByteBuf buffer : buffers) {
            channel.write(buffer, channel.voidPromise());
        }
        buffers.clear();
        fullBytes = 0;
    }

    /** Throws away what waits, as when the connection is gone. */
    public void release() {
        truncate(0, 0);
        fullBytes = 0;
    }

    /** A buffer with room for at least that many bytes, which the encoder writes behind what is there. */
    ByteBuf room(int sizeBytes) {
        if (buffers.isEmpty()) {
            return append(Math.max(FIRST_BYTES, sizeBytes + SLACK_BYTES));
        }
        ByteBuf last = last();
        return last.writableBytes() >= sizeBytes ? last : append(Math.max(NEXT_BYTES, sizeBytes + SLACK_BYTES));
    }

    /** Copies the slice to the end, filling what is left of the last buffer first. */
    void copy(byte[] bytes, int offset, int length) {
        int here = buffers.isEmpty() ? 0 : Math.min(length, last().writableBytes());
        if (here > 0) {
            last().writeBytes(bytes, offset, here);
        }
        if (here < length) {
            room(length - here).writeBytes(bytes, offset + here, length - here);
        }
    }

    private ByteBuf append(int sizeBytes) {
        if (!buffers.isEmpty()) {
            fullBytes += last().readableBytes();
        }
        // As large as it may ever get: growing would copy.
        ByteBuf buffer = allocator.ioBuffer(sizeBytes, sizeBytes);
        buffers.add(buffer);
        return buffer;
    }

    private ByteBuf last() {
        return buffers.getLast();
    }

    private void truncate(int count, int end) {
        while (buffers.size() > count) {
            buffers.removeLast().release();
        }
        if (count > 0) {
            last().writerIndex(end);
        }
    }
}
