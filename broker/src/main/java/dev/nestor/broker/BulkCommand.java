package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.nestor.protocol.Reply;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * {@code JSON.SET key $ json}, sent once, with as few objects as Lettuce allows: a load makes millions of them. Its
 * {@link Listener} hears exactly once what became of it.
 */
final class BulkCommand extends Command<byte[], byte[], Reply> {
    private static final Lettuce.Name NAME = new Lettuce.Name("JSON.SET");
    private static final byte[] HEAD = "*4\r\n$8\r\nJSON.SET\r\n".getBytes(US_ASCII);
    private static final byte[] ROOT = "$1\r\n$\r\n".getBytes(US_ASCII);
    private static final byte[] LINE_END = {'\r', '\n'};

    private final Key key;
    private final byte[] json;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Hears what became of a command, on a thread that must not wait. */
    interface Listener {
        void stored();

        /** The answer was an error, {@code CODE message}. */
        void refused(String line);

        void failed(Throwable failure);
    }

    BulkCommand(Key key, byte[] json, Listener listener) {
        super(NAME, new Ignored(), new Routing(key));
        this.key = key;
        this.json = json;
        this.listener = listener;
    }

    @Override
    public void encode(ByteBuf target) {
        target.writeBytes(HEAD);
        bulk(target, key.bytes());
        target.writeBytes(ROOT);
        bulk(target, json);
    }

    private static void bulk(ByteBuf target, byte[] bytes) {
        target.writeByte('$');
        target.writeBytes(Integer.toString(bytes.length).getBytes(US_ASCII));
        target.writeBytes(LINE_END);
        target.writeBytes(bytes);
        target.writeBytes(LINE_END);
    }

    @Override
    public void complete() {
        super.complete();
        if (ended.compareAndSet(false, true)) {
            String error = getOutput().getError();
            if (error == null) {
                listener.stored();
            } else {
                listener.refused(error);
            }
        }
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean done = super.completeExceptionally(failure);
        if (ended.compareAndSet(false, true)) {
            listener.failed(failure);
        }
        return done;
    }

    /** Takes it for lost: whatever comes later, the listener does not hear of it. False if it has ended already. */
    boolean abandon() {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            cancel();
        }
        return first;
    }

    /** The key, by which Lettuce chooses the server. */
    private static final class Routing extends CommandArgs<byte[], byte[]> {
        private final Key key;

        Routing(Key key) {
            super(ByteArrayCodec.INSTANCE);
            this.key = key;
        }

        @Override
        public ByteBuffer getFirstEncodedKey() {
            return ByteBuffer.wrap(key.bytes());
        }
    }

    /** An answer of which only an error matters. */
    private static final class Ignored extends CommandOutput<byte[], byte[], Reply> {
        Ignored() {
            super(ByteArrayCodec.INSTANCE, Reply.OK);
        }

        @Override
        public void set(@Nullable ByteBuffer bytes) {
            // It says OK, always.
        }
    }
}
