package dev.nestor.server;

import dev.nestor.server.raft.RaftSettings.Transport;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How a server is started.
 *
 * @param host the address to bind
 * @param port the client port; the Raft port is 10,000 above
 * @param folder where everything is kept
 * @param transport how servers replicate
 */
public record ServerSettings(String host, int port, Path folder, Transport transport) {
    /** The highest port whose Raft port exists. */
    static final int PORT_MAX = 55_535;

    public ServerSettings {
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "the port is 1 to %d (the Raft port is 10000 above), not %d", PORT_MAX, port));
        }
    }
}
