package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Changes of the cluster. Each may take long, and ends in the reply to the client, which for a change that can't be
 * made is an error that says why. A second call with the same arguments does nothing more.
 */
public interface ClusterAdmin {

    /** A server's address. */
    record Address(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Forms a cluster of fresh servers.
     *
     * @param copies on how many servers each key is to live, from 1
     * @param partitions how many, or 0 to leave it to the server
     */
    CompletionStage<Reply> create(int copies, int partitions, List<Address> servers);

    /** Adds a server and moves the fair share of replicas to it. */
    CompletionStage<Reply> join(Address server);

    /** Moves a server's replicas elsewhere, then removes it. */
    CompletionStage<Reply> remove(Address server);

    /** Takes a message of another server, and answers it with a bulk string. */
    CompletionStage<Reply> peer(byte[] message);
}
