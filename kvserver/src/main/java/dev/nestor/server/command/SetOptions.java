package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import dev.nestor.server.store.Expiry;
import dev.nestor.server.store.Operation.Condition;
import java.util.Locale;

/** What may follow the value of a SET. */
record SetOptions(Condition condition, Expiry expiry, boolean returnsOld) {
    private static final SetOptions NONE = new SetOptions(Condition.ALWAYS, Expiry.NONE, false);

    /** As GETSET has it. */
    static final SetOptions RETURNING_OLD = new SetOptions(Condition.ALWAYS, Expiry.NONE, true);

    /** As SETEX and PSETEX have it. */
    static SetOptions expiring(long amount, String unit, long nowMillis, String command) {
        return new SetOptions(Condition.ALWAYS, at(amount, unit, nowMillis, command), false);
    }

    private static Expiry at(long amount, String unit, long nowMillis, String command) {
        if (amount <= 0) {
            throw ExpiryTime.invalid(command);
        }
        return new Expiry.At(
                switch (unit) {
                    case "EX" -> ExpiryTime.inSeconds(amount, nowMillis, command);
                    case "PX" -> ExpiryTime.inMillis(amount, nowMillis, command);
                    case "EXAT" -> ExpiryTime.inSeconds(amount, 0, command);
                    case "PXAT" -> amount;
                    default -> throw new IllegalStateException("no unit of time: " + unit);
                });
    }

    /** Reads them, in any order. As in Redis the same one may come twice, and then the last counts. */
    static SetOptions of(Request request, long nowMillis) {
        return request.size() == 3 ? NONE : new Reader(request, nowMillis).read();
    }

    private static final class Reader {
        private final Request request;
        private final long nowMillis;
        private int at = 3;
        private Condition condition = Condition.ALWAYS;
        private boolean returnsOld;

        private boolean keeps;

        /** Where it stands when the key expires. Read last, so that a syntax error is told rather than a bad time. */
        private int timeAt;

        private String unit = "";

        Reader(Request request, long nowMillis) {
            this.request = request;
            this.nowMillis = nowMillis;
        }

        SetOptions read() {
            while (at < request.size()) {
                option();
            }
            return new SetOptions(condition, expiry(), returnsOld);
        }

        private void option() {
            String word = request.text(at++).toUpperCase(Locale.ROOT);
            switch (word) {
                case "NX" -> only(Condition.IF_ABSENT);
                case "XX" -> only(Condition.IF_PRESENT);
                case "GET" -> returnsOld = true;
                case "KEEPTTL" -> keep();
                case "EX", "PX", "EXAT", "PXAT" -> timeFollows(word);
                default -> throw Refusal.syntax();
            }
        }

        private void only(Condition wanted) {
            if (condition != Condition.ALWAYS && condition != wanted) {
                throw Refusal.syntax();
            }
            condition = wanted;
        }

        private void keep() {
            if (timeAt > 0) {
                throw Refusal.syntax();
            }
            keeps = true;
        }

        private void timeFollows(String word) {
            boolean another = timeAt > 0 && !unit.equals(word);
            if (another || keeps || at == request.size()) {
                throw Refusal.syntax();
            }
            unit = word;
            timeAt = at++;
        }

        private Expiry expiry() {
            if (timeAt > 0) {
                return at(Arguments.integer(request, timeAt), unit, nowMillis, "set");
            }
            return keeps ? Expiry.KEEP : Expiry.NONE;
        }
    }
}
