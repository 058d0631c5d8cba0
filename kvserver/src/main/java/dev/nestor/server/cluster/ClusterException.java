package dev.nestor.server.cluster;

/** A change of the cluster that can't be made; the message tells people why. */
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    ClusterException(String message) {
        super(message);
    }
}
