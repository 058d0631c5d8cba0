package dev.nestor.server;

import dev.nestor.server.raft.RaftSettings.Transport;
import java.util.Locale;

/**
 * Which wire the servers of a test talk over. All faults are tried on the default one; {@code -Dnestor.transport=GRPC}
 * tries them on the other.
 */
final class TestTransports {
    static final Transport USUAL = Transport.valueOf(
            System.getProperty("nestor.transport", Transport.USUAL.name()).toUpperCase(Locale.ROOT));
    static final Transport OTHER = USUAL == Transport.GRPC ? Transport.NETTY : Transport.GRPC;

    private TestTransports() {}
}
