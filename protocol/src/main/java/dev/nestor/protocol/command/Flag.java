package dev.nestor.protocol.command;

/** What a server must know before it runs a command. In the order, and by the words, of Redis's COMMAND INFO. */
public enum Flag implements Trait {
    WRITE("write"),
    READONLY("readonly"),
    /** Refused when memory is short. */
    DENYOOM("denyoom"),
    /** For operators only. */
    ADMIN("admin"),
    /** Not to be called from a script. */
    NOSCRIPT("noscript"),
    /** Also answered while the server loads its data. */
    LOADING("loading"),
    /** Also answered by a server that lags behind or is cut off. */
    STALE("stale"),
    /** Takes constant or logarithmic time. */
    FAST("fast"),
    /** Also answered to a client that has not authenticated. */
    NO_AUTH("no_auth"),
    NO_MULTI("no_multi"),
    /** Also answered while another command blocks the server. */
    ALLOW_BUSY("allow_busy");

    private final String word;

    Flag(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
