package dev.nestor.server.cluster;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The way to other servers. Thread-safe. */
@FunctionalInterface
public interface Peers {
    /**
     * Sends a message to a server and hands over its answer. Fails when the server can't be reached or does not answer
     * in time; the message may have arrived all the same.
     *
     * @param patience how long the answer may take
     */
    CompletionStage<byte[]> ask(String host, int port, byte[] message, Duration patience);
}
