package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import dev.nestor.server.store.Expiry;
import dev.nestor.server.store.Operation.Condition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may follow the value of a SET. */
record SetOptions(Condition condition, Expiry expiry, boolean returnsOld) {
    private static final SetOptions NONE = new SetOptions(Condition.ALWAYS, Expiry.NONE, false);

    /** Reads them: each kind at most once, in any order. */
    static SetOptions of(Request request, long nowMillis) {
        return request.size() == 3 ? NONE : new Reader(request, nowMillis).read();
    }

    private static final class Reader {
        private final Request request;
        private final long nowMillis;
        private int at = 3;
        private Condition condition = Condition.ALWAYS;
        private boolean returnsOld;

        private @Nullable Expiry expiry;

        /** The word that says when the key expires. It is read last, so that a syntax error comes before a bad time. */
        private int timeAt;

        Reader(Request request, long nowMillis) {
            this.request = request;
            this.nowMillis = nowMillis;
        }

        SetOptions read() {
            while (at < request.size()) {
                option();
            }
            Expiry given = timeAt > 0 ? time() : expiry;
            return new SetOptions(condition, given == null ? Expiry.NONE : given, returnsOld);
        }

        private void option() {
            switch (request.text(at++).toUpperCase(Locale.ROOT)) {
                case "NX" -> only(Condition.IF_ABSENT);
                case "XX" -> only(Condition.IF_PRESENT);
                case "GET" -> returnsOld = true;
                case "KEEPTTL" -> keep();
                case "EX", "PX", "EXAT", "PXAT" -> timeFollows();
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
            expiry = Expiry.KEEP;
        }

        private void timeFollows() {
            if (timeAt > 0 || expiry != null || at == request.size()) {
                throw Refusal.syntax();
            }
            timeAt = at++;
        }

        private Expiry time() {
            long amount = Arguments.integer(request, timeAt);
            if (amount <= 0) {
                throw ExpiryTime.invalid("set");
            }
            return new Expiry.At(
                    switch (request.text(timeAt - 1).toUpperCase(Locale.ROOT)) {
                        case "EX" -> ExpiryTime.inSeconds(amount, nowMillis, "set");
                        case "PX" -> ExpiryTime.inMillis(amount, nowMillis, "set");
                        case "EXAT" -> ExpiryTime.inSeconds(amount, 0, "set");
                        default -> amount;
                    });
        }
    }
}
