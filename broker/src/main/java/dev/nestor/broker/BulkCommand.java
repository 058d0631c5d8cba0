package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.nestor.broker.Batch.Document;
import dev.nestor.protocol.Reply;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * {@code JSON.SET key $ json} or {@code JSON.MSET key $ json ...}, sent once, with few objects: a load makes many. Its
 * {@link Listener} hears exactly once what became of it.
 */
final class BulkCommand extends Command<byte[], byte[], Reply> {
    private static final Lettuce.Name ONE = new Lettuce.Name("JSON.SET");
    private static final Lettuce.Name SEVERAL = new Lettuce.Name("JSON.MSET");
    private static final byte[] ROOT = "$1\r\n$\r\n".getBytes(US_ASCII);
    private static final byte[] LINE_END = {'\r', '\n'};

    /** The most that the protocol adds to a document. */
    private static final int OVERHEAD = 40;

    private final Batch batch;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Hears what became of a command, on a thread that must not wait. */
    interface Listener {
        void stored(BulkCommand command);

        /** The answer was an error, {@code CODE message}. */
        void refused(BulkCommand command, String line);

        void failed(BulkCommand command, Throwable failure);
    }

    BulkCommand(Batch batch, Listener listener) {
        super(
                batch.isSingle() ? ONE : SEVERAL,
                new Ignored(),
                new Routing(batch.first().key()));
        this.batch = batch;
        this.listener = listener;
    }

    Batch batch() {
        return batch;
    }

    @Override
    public void encode(ByteBuf target) {
        List<Document> documents = batch.documents();
        target.ensureWritable((int) batch.weight() + OVERHEAD * (1 + documents.size()));
        number(target, '*', 1 + 3 * documents.size());
        bulk(target, getType().getBytes());
        for (Document document : documents) {
            bulk(target, document.key().bytes());
            target.writeBytes(ROOT);
            bulk(target, document.json());
        }
    }

    private static void bulk(ByteBuf target, byte[] bytes) {
        number(target, '$', bytes.length);
        target.writeBytes(bytes);
        target.writeBytes(LINE_END);
    }

    private static void number(ByteBuf target, char sign, int number) {
        target.writeByte(sign);
        target.writeBytes(Integer.toString(number).getBytes(US_ASCII));
        target.writeBytes(LINE_END);
    }

    @Override
    public void complete() {
        super.complete();
        if (ended.compareAndSet(false, true)) {
            String error = getOutput().getError();
            if (error == null) {
                listener.stored(this);
            } else {
                listener.refused(this, error);
            }
        }
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean done = super.completeExceptionally(failure);
        if (ended.compareAndSet(false, true)) {
            listener.failed(this, failure);
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

    /** The first key, by which Lettuce chooses the server. */
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
