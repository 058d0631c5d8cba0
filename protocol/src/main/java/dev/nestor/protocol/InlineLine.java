package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Gathers the bytes of one line up to its line feed, which may come in many pieces. */
final class InlineLine {
    private static final int SMALLEST = 128;

    private byte[] bytes = new byte[0];
    private int length;

    /**
     * Takes the bytes up to and without the line feed.
     *
     * @param longest the most bytes that the line may have
     * @return whether the line has ended
     * @throws ProtocolException with this reason when the line is longer
     */
    boolean read(ByteBuf in, int longest, String tooLong) throws ProtocolException {
        int available = Math.min(in.readableBytes(), longest - length + 1);
        int lineFeed = in.indexOf(in.readerIndex(), in.readerIndex() + available, (byte) '\n');
        int count = lineFeed < 0 ? available : lineFeed - in.readerIndex();
        if (length + count > longest) {
            throw new ProtocolException(tooLong);
        }
        append(in, count);
        if (lineFeed >= 0) {
            in.skipBytes(1);
        }
        return lineFeed >= 0;
    }

    private void append(ByteBuf in, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(SMALLEST, 2 * (length + count)));
        }
        in.readBytes(bytes, length, count);
        length += count;
    }

    /** The line without its line end, and makes ready for the next. */
    byte[] take() {
        boolean carriageReturn = length > 0 && bytes[length - 1] == '\r';
        byte[] line = Arrays.copyOf(bytes, carriageReturn ? length - 1 : length);
        length = 0;
        bytes = new byte[0];
        return line;
    }
}
