package dev.nestor.broker.repl;

import dev.nestor.broker.Cursor;
import java.io.IOException;
import java.util.List;

/**
 * How many records are wanted.
 *
 * @param most 0 for all of them
 * @param chosen whether a person chose it, who then need not be told that there are more
 */
record Limit(long most, boolean chosen) {
    /** Records that are shown on a terminal when nobody said how many. */
    static final int SCREEN = 100;

    /** {@code LIMIT n}, if it stands there; otherwise as many as fit the terminal, or all for a program. */
    static Limit parse(Words words, Conversation conversation) {
        if (words.accept("LIMIT")) {
            return chosen(words);
        }
        return conversation.isInteractive() ? new Limit(SCREEN, false) : new Limit(0, true);
    }

    /** The number behind {@code LIMIT}. */
    static Limit chosen(Words words) {
        return new Limit(words.number("a limit"), true);
    }

    boolean isReached(long count) {
        return most > 0 && count >= most;
    }

    /** Says what the records that a cursor returned leave out. */
    void report(Cursor<?> cursor, Conversation conversation) throws IOException {
        if (!chosen && cursor.next() != null) {
            conversation.remark("These are the first " + most + "; add LIMIT n for another number, LIMIT 0 for all.");
        }
        conversation.warn(cursor.staleness().isPresent(), List.of(), cursor.missing());
    }
}
