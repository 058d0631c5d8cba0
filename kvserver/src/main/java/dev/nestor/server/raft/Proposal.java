package dev.nestor.server.raft;

import java.util.concurrent.CompletableFuture;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;

/** An entry on its way into the log, and the answer that its proposer waits for. */
final class Proposal<R> implements Message {
    private final byte[] entry;
    private final long proposedAtNanos = System.nanoTime();
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private volatile boolean appended;

    /** The bytes belong to the proposal from now on. */
    Proposal(byte[] entry) {
        this.entry = entry;
    }

    byte[] entry() {
        return entry;
    }

    long proposedAtNanos() {
        return proposedAtNanos;
    }

    CompletableFuture<R> answer() {
        return answer;
    }

    /** The entry is about to go into the log: from here on, failure does not mean that it has no effect. */
    void markAppended() {
        appended = true;
    }

    boolean mayTakeEffect() {
        return appended;
    }

    @Override
    public ByteString getContent() {
        return UnsafeByteOperations.unsafeWrap(entry);
    }
}
