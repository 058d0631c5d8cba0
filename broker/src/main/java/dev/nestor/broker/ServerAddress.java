package dev.nestor.broker;

/**
 * Where a server listens for clients.
 *
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
    private static final int PORT_MAX = 65_535;

    public ServerAddress {
        if (host.isEmpty() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("'" + host + "' is no host");
        }
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("the port is 1 to " + PORT_MAX + ", not " + port);
        }
    }

    /**
     * Reads {@code host:port}.
     *
     * @throws IllegalArgumentException if it is something else, with a message for people
     */
    public static ServerAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("expected host:port, found '" + text + "'");
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    static ServerAddress of(String host, String port) {
        if (!port.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("'" + port + "' is no port");
        }
        return new ServerAddress(host, Integer.parseInt(port));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
