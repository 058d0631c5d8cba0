package dev.nestor.broker;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects whatever a server answers. A refusal of the whole request is told to Lettuce as well, which then follows the
 * redirects; a refusal inside an array is an item like any other.
 */
final class ReplyOutput extends CommandOutput<byte[], byte[], Reply> {
    /** A container whose items are still arriving. */
    private record Open(int size, List<Reply> items, Function<List<Reply>, Reply> kind) {}

    private final Deque<Open> open = new ArrayDeque<>();

    private final boolean status;

    private boolean abandoned;

    /**
     * @param status whether a text, should it be all of the answer, is the server's own, such as OK. Lettuce does not
     *     tell these from the strings that people store
     */
    @SuppressWarnings("NullAway") // nothing has arrived yet, which Lettuce says by null
    ReplyOutput(boolean status) {
        super(ByteArrayCodec.INSTANCE, null);
        this.status = status;
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        if (bytes == null) {
            add(Reply.NIL);
        } else {
            add(status && open.isEmpty() ? own(text(bytes)) : Reply.bulk(copy(bytes)));
        }
    }

    /** A word, or lines. */
    private static Reply own(String text) {
        return text.indexOf('\n') < 0 ? new Reply.Simple(text) : new Reply.Verbatim("txt", text);
    }

    @Override
    public void setBigNumber(ByteBuffer bytes) {
        add(new Reply.BigNumber(new BigInteger(text(bytes))));
    }

    @Override
    public void set(long integer) {
        add(new Reply.Int(integer));
    }

    @Override
    public void set(double number) {
        add(new Reply.Real(number));
    }

    @Override
    public void set(boolean value) {
        add(new Reply.Bool(value));
    }

    @Override
    public void setError(ByteBuffer line) {
        String text = text(line);
        if (open.isEmpty()) {
            setError(text);
        } else {
            add(failure(text));
        }
    }

    @Override
    public synchronized void setError(@Nullable String line) {
        super.setError(abandoned && isRedirect(line) ? "ABANDONED nobody waits for this any more" : line);
    }

    private static boolean isRedirect(@Nullable String line) {
        return line != null && (line.startsWith("MOVED ") || line.startsWith("ASK "));
    }

    /**
     * From now on redirects are not followed. A server that hung may answer with one long after somebody else has
     * carried the request out, and others that came later: it must not be sent once more then.
     *
     * @return false while a redirect is just being followed
     */
    synchronized boolean abandon() {
        abandoned = !isRedirect(getError());
        return abandoned;
    }

    /** The refusal that such a line tells. */
    static Failure failure(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? new Failure(line, "") : new Failure(line.substring(0, blank), line.substring(blank + 1));
    }

    @Override
    public void multi(int count) {
        begin(count, Reply.Array::new);
    }

    @Override
    public void multiSet(int count) {
        begin(count, Reply.Set::new);
    }

    @Override
    public void multiPush(int count) {
        begin(count, Reply.Push::new);
    }

    @Override
    public void multiMap(int count) {
        begin(2 * count, Reply.Map::new);
    }

    private void begin(int count, Function<List<Reply>, Reply> kind) {
        if (count < 0) {
            add(Reply.NIL_ARRAY);
        } else if (count == 0) {
            add(kind.apply(List.of()));
        } else {
            open.push(new Open(count, new ArrayList<>(), kind));
        }
    }

    private void add(Reply reply) {
        Reply done = reply;
        while (!open.isEmpty()) {
            Open container = open.element();
            container.items().add(done);
            if (container.items().size() < container.size()) {
                return;
            }
            open.remove();
            done = container.kind().apply(container.items());
        }
        output = done;
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
