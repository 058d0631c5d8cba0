package dev.nestor.server.net;

import dev.nestor.server.store.Outcome;

/** Is told what became of a write. Called once, by either method; returns at once. */
public interface WriteListener {
    /** The write is durable and applied. */
    void written(Outcome outcome);

    /** The write was refused, or nobody knows. */
    void failed(WriteFailure reason);
}
