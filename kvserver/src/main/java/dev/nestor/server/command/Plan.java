package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.StoreView;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What a command wants done. It holds all that is needed, so that it may be carried out later and on another thread
 * than the one that made it; its functions are pure and never fail for anything that a client can do.
 *
 * <p>Keys are whole arrays: {@code key.array()} is the key. When there are several, they must share a partition.
 */
public sealed interface Plan {

    /** Nothing is to be done any more. */
    record Answer(Reply reply) implements Plan {}

    /** Something has been started that will have the reply. A stage that fails is answered with an error. */
    record Later(CompletionStage<Reply> reply) implements Plan {}

    /** Reads from the partition of the keys. */
    record Read(List<Bytes> keys, Reader reader) implements Plan {
        Read(Bytes key, Reader reader) {
            this(List.of(key), reader);
        }
    }

    /** Writes to the partition of the keys. */
    record Write(List<Bytes> keys, Operation operation, Writer writer) implements Plan {
        Write(Bytes key, Operation operation, Writer writer) {
            this(List.of(key), operation, writer);
        }
    }

    /**
     * Reads from all partitions that this server leads, or that it holds if the session is read-only.
     *
     * @param slot the one whose partition alone is to be read, or {@link #EVERY_SLOT}
     */
    record ReadAll(int slot, AllReader reader) implements Plan {
        public static final int EVERY_SLOT = -1;

        ReadAll(AllReader reader) {
            this(EVERY_SLOT, reader);
        }
    }

    /** Applies an operation to every partition that this server leads, and then answers. */
    record WriteAll(Operation operation, Reply reply) implements Plan {}

    /** What to answer by the state of a partition. */
    @FunctionalInterface
    interface Reader {
        /**
         * The reply.
         *
         * @param nowMillis milliseconds since 1970: records that expire by then are not there
         */
        Reply read(StoreView view, long nowMillis);
    }

    /** What to answer by the states of several partitions. */
    @FunctionalInterface
    interface AllReader {
        /**
         * The reply.
         *
         * @param partitions in the order of their slots
         * @param nowMillis milliseconds since 1970: records that expire by then are not there
         */
        Reply read(List<PartitionView> partitions, long nowMillis);
    }

    /** What to answer to what became of an operation. */
    @FunctionalInterface
    interface Writer {
        Reply reply(Outcome outcome);
    }
}
