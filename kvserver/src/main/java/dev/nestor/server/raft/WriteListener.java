package dev.nestor.server.raft;

import dev.nestor.server.store.Outcome;

/** Told once what became of an operation, on the thread that applies entries: must not block. */
public interface WriteListener {
    /** The operation was applied, on a majority of the replicas durably. */
    void written(Outcome outcome);

    /** It was not acknowledged; the kind of the exception says what may be tried. */
    void failed(ProposalException failure);
}
