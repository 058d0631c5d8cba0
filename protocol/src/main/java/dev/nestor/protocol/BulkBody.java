package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a bulk string and the line end behind them. A bulk that is there as a whole is copied once; of one
 * that comes in pieces never more than twice as much is held as has arrived, whatever its header claims.
 */
final class BulkBody {
    private static final byte[] EMPTY = new byte[0];
    private static final int SMALLEST = 1 << 10;

    private byte[] bytes = EMPTY;
    private int length;
    private int received;

    void begin(int lengthBytes) {
        length = lengthBytes;
        received = 0;
    }

    /**
     * Takes the bytes that belong to the bulk.
     *
     * @return the bulk, or null when some of it is still to come
     */
    byte @Nullable [] read(ByteBuf in) throws ProtocolException {
        if (received == 0 && in.readableBytes() >= length + 2) {
            return whole(in);
        }
        receive(in);
        while (received >= length && in.isReadable()) {
            expect(in.readByte(), received++ == length ? '\r' : '\n');
            if (received == length + 2) {
                return take();
            }
        }
        return null;
    }

    private byte[] whole(ByteBuf in) throws ProtocolException {
        byte[] bulk = length == 0 ? EMPTY : new byte[length];
        in.readBytes(bulk);
        short lineEnd = in.readShort();
        expect((byte) (lineEnd >> 8), '\r');
        expect((byte) lineEnd, '\n');
        return bulk;
    }

    private void receive(ByteBuf in) {
        int count = Math.min(in.readableBytes(), length - received);
        if (count <= 0) {
            return;
        }
        if (received + count > bytes.length) {
            long wanted = Math.max(SMALLEST, 2L * (received + count));
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, wanted));
        }
        in.readBytes(bytes, received, count);
        received += count;
    }

    private byte[] take() {
        byte[] bulk = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        bytes = EMPTY;
        return bulk;
    }

    private static void expect(byte found, char expected) throws ProtocolException {
        if (found != expected) {
            throw new ProtocolException("expected CRLF after bulk");
        }
    }
}
