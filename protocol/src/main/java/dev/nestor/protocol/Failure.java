package dev.nestor.protocol;

/**
 * {@code -CODE message}: a request was refused. The codes that clients act on are Redis's own, and stand here once.
 *
 * @param code one upper-case word by which programs tell refusals apart
 * @param message what to tell a person; line ends become blanks, as they would end the reply
 */
public record Failure(String code, String message) implements Reply {
    public static final Failure SYNTAX = err("syntax error");
    public static final Failure NOT_AN_INTEGER = err("value is not an integer or out of range");
    /** The key holds another type than the command works on. */
    public static final Failure WRONG_TYPE =
            new Failure("WRONGTYPE", "Operation against a key holding the wrong kind of value");

    public static final Failure NOT_AUTHENTICATED = new Failure("NOAUTH", "Authentication required.");

    public static final Failure WRONG_PASSWORD =
            new Failure("WRONGPASS", "invalid username-password pair or user is disabled.");

    /** HELLO asked for another version than 2 or 3. */
    public static final Failure UNSUPPORTED_VERSION = new Failure("NOPROTO", "unsupported protocol version");

    /** The keys of one command live in different slots. */
    public static final Failure CROSS_SLOT = new Failure("CROSSSLOT", "Keys in request don't hash to the same slot");

    public Failure {
        code = oneLine(code);
        message = oneLine(message);
    }

    /** A refusal without a code of its own. */
    public static Failure err(String message) {
        return new Failure("ERR", message);
    }

    /** Another server leads the slot: ask there, and remember it. */
    public static Failure moved(int slot, String host, int port) {
        return new Failure("MOVED", slot + " " + host + ":" + port);
    }

    /** Nobody can answer for the slot now. */
    public static Failure clusterDown(String why) {
        return new Failure("CLUSTERDOWN", why);
    }

    /** It may work in a moment, and nothing has been done yet. */
    public static Failure tryAgain(String why) {
        return new Failure("TRYAGAIN", why);
    }

    /**
     * The command exists, but not with that many arguments.
     *
     * @param command its full name in lower case, as {@code config|get}
     */
    public static Failure wrongArity(String command) {
        return err("wrong number of arguments for '" + command + "' command");
    }

    /** The failure of such a {@link #line}. */
    static Failure ofLine(String text) {
        String line = oneLine(text);
        int blank = line.indexOf(' ');
        return blank < 0 ? new Failure(line, "") : new Failure(line.substring(0, blank), line.substring(blank + 1));
    }

    /** What stands behind the minus sign. */
    public String line() {
        return message.isEmpty() ? code : code + " " + message;
    }

    private static String oneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }
}
