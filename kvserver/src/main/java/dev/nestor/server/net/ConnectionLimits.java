package dev.nestor.server.net;

/**
 * What one connection may take of the server's memory and patience.
 *
 * @param unansweredRequests how many requests may be under way; more are not begun
 * @param unansweredBytes what they and their finished replies, as long as those wait for others, may take
 * @param pausedOutputBytes of replies that the client has not taken: from then on no request is begun
 * @param droppedOutputBytes of replies that the client has not taken: the connection is closed. Well above
 *     {@code pausedOutputBytes}, so that only one huge reply leads there
 * @param stalledMillis how long the client may leave replies lying, so that the connection stays paused, before the
 *     connection is closed
 */
public record ConnectionLimits(
        int unansweredRequests,
        long unansweredBytes,
        int pausedOutputBytes,
        long droppedOutputBytes,
        long stalledMillis) {
    private static final int MB = 1 << 20;

    /**
     * For any client. One reply may have 64 MB by the rules of the commands, so that twice that is out of order; a
     * minute is what Redis gives a client that is over its soft limit.
     */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(8192, 32 * MB, MB, 128L * MB, 60_000);

    public ConnectionLimits {
        require(unansweredRequests >= 1 && unansweredBytes >= 1, "a connection needs room for one request");
        require(pausedOutputBytes >= 2 && stalledMillis >= 1, "a client needs some time and bytes to read");
        require(droppedOutputBytes >= pausedOutputBytes, "a client is paused before it is dropped");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
