package dev.nestor.broker;

import dev.nestor.broker.ClusterException.OutcomeUnknown;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.protocol.Reply;

/**
 * Puts a whole document and finds out whether the key was there: an insert, and if there was something, an update. An
 * insert whose answer was lost is not sent again; what follows is an ordinary put, which may be.
 */
final class Put {
    /** How often somebody else may remove and create the key in between. */
    private static final int ROUNDS = 20;

    private final Retries retries;
    private final Key key;
    private final String json;

    Put(Retries retries, Key key, String json) {
        this.retries = retries;
        this.key = key;
        this.json = json;
    }

    PutResult run() throws ClusterException {
        Deadline deadline = retries.deadline();
        for (int round = 0; round < ROUNDS; round++) {
            try {
                if (isDone("NX", deadline)) {
                    return PutResult.CREATED;
                }
                if (isDone("XX", deadline)) {
                    return PutResult.UPDATED;
                }
            } catch (OutcomeUnknown lost) {
                return again(deadline, lost);
            }
        }
        throw new Unavailable("Others create and remove " + key + " all the time");
    }

    private PutResult again(Deadline deadline, OutcomeUnknown lost) throws ClusterException {
        try {
            Cluster.expectDocument(
                    key, retries.run(Invocation.of("JSON.SET", key, "$", json), key.slot(), deadline, false));
            return PutResult.STORED;
        } catch (Unavailable e) {
            // This attempt did nothing; the one before may have.
            throw lost;
        }
    }

    private boolean isDone(String condition, Deadline deadline) throws ClusterException {
        Answer<Reply> answer =
                retries.run(Invocation.of("JSON.SET", key, "$", json, condition), key.slot(), deadline, true);
        return !Cluster.expectDocument(key, answer).value().equals(Reply.NIL);
    }
}
