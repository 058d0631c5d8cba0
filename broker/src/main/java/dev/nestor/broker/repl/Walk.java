package dev.nestor.broker.repl;

import dev.nestor.broker.Cursor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;

/** Goes through records, up to the limit, or until somebody interrupts the thread. */
final class Walk {
    private Walk() {}

    /** Returns how many there were. */
    static <T> long over(Cursor<T> cursor, Limit limit, Consumer<T> action) throws IOException {
        long count = 0;
        for (T next = cursor.next(); next != null; next = limit.isReached(count) ? null : cursor.next()) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("Given up after " + count);
            }
            action.accept(next);
            count++;
        }
        return count;
    }
}
