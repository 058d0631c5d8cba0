package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import dev.nestor.server.store.KeyOperation.ExpiryCondition;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What may follow the time of an EXPIRE. */
enum ExpireOptions {
    NX,
    XX,
    GT,
    LT;

    /** Reads them: NX alone, or XX with GT or with LT. */
    static ExpiryCondition of(Request request) {
        Set<ExpireOptions> given = EnumSet.noneOf(ExpireOptions.class);
        for (int index = 3; index < request.size(); index++) {
            given.add(of(request.text(index)));
        }
        if (given.contains(NX) && given.size() > 1) {
            throw Refusal.of("NX and XX, GT or LT options at the same time are not compatible");
        }
        if (given.contains(GT) && given.contains(LT)) {
            throw Refusal.of("GT and LT options at the same time are not compatible");
        }
        return condition(given);
    }

    private static ExpireOptions of(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NX" -> NX;
            case "XX" -> XX;
            case "GT" -> GT;
            case "LT" -> LT;
            default -> throw Refusal.of("Unsupported option " + word);
        };
    }

    private static ExpiryCondition condition(Set<ExpireOptions> given) {
        if (given.contains(NX)) {
            return ExpiryCondition.IF_NONE;
        }
        if (given.contains(GT)) {
            return ExpiryCondition.IF_LATER;
        }
        if (given.contains(LT)) {
            return given.contains(XX) ? ExpiryCondition.IF_ANY_AND_EARLIER : ExpiryCondition.IF_EARLIER;
        }
        return given.contains(XX) ? ExpiryCondition.IF_ANY : ExpiryCondition.ALWAYS;
    }
}
