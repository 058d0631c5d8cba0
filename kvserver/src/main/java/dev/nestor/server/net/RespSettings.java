package dev.nestor.server.net;

/**
 * Where and how clients are served.
 *
 * @param port 0 for any free one
 * @param maxClients how many connections there may be; one more is told so and closed
 * @param eventLoops threads that serve connections
 */
public record RespSettings(String host, int port, int maxClients, int eventLoops, ConnectionLimits limits) {
    private static final int MAX_CLIENTS = 10_000;

    public RespSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (maxClients < 1 || eventLoops < 1) {
            throw new IllegalArgumentException("at least one client and one event loop");
        }
    }

    /** The usual settings: an event loop per core and at least two, so that a slow command does not stop everybody. */
    public RespSettings(String host, int port) {
        this(
                host,
                port,
                MAX_CLIENTS,
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                ConnectionLimits.DEFAULT);
    }
}
