package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import java.util.Locale;
import java.util.function.Function;

/**
 * How large one reply may still get. A short request can ask for far more than the documents hold: {@code $..*} gives
 * what is nested once for each level. For one thread.
 */
final class ReplyBudget {
    /** Bytes of one reply: eight of the largest documents. */
    static final long BYTES = 64 << 20;

    /** What an item of a reply takes besides its bytes. */
    private static final long PER_ITEM = 16;

    private long left = BYTES;

    /** A reply that spends from a budget of its own, or the error that says it is too large. */
    static Reply within(Function<ReplyBudget, Reply> answer) {
        try {
            return answer.apply(new ReplyBudget());
        } catch (Refusal refusal) {
            return refusal.failure();
        }
    }

    /**
     * Accounts for an item of so many bytes.
     *
     * @throws Refusal when the reply becomes too large
     */
    void spend(long bytes) {
        left -= PER_ITEM + bytes;
        if (left < 0) {
            throw Refusal.of(String.format(
                    Locale.ROOT, "the answer would have more than %d bytes: ask for less at once", BYTES));
        }
    }
}
