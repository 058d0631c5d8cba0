package dev.nestor.server.command;

/** Turns the times that clients give into milliseconds since 1970. */
final class ExpiryTime {
    private static final long MILLIS_PER_SECOND = 1000;

    private ExpiryTime() {}

    /** The time some seconds after another; negative ones come before it. */
    static long inSeconds(long seconds, long fromMillis, String command) {
        if (seconds > Long.MAX_VALUE / MILLIS_PER_SECOND || seconds < Long.MIN_VALUE / MILLIS_PER_SECOND) {
            throw invalid(command);
        }
        return inMillis(seconds * MILLIS_PER_SECOND, fromMillis, command);
    }

    /** The time some milliseconds after another; negative ones come before it. Never before 1970. */
    static long inMillis(long millis, long fromMillis, String command) {
        if (millis > Long.MAX_VALUE - fromMillis) {
            throw invalid(command);
        }
        return Math.max(0, fromMillis + millis);
    }

    static Refusal invalid(String command) {
        return Refusal.of("invalid expire time in '" + command + "' command");
    }
}
