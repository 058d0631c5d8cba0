package dev.nestor.broker.repl;

import dev.nestor.broker.Cursor;
import java.io.IOException;
import java.util.function.Consumer;

/** Goes through records, up to the limit. */
final class Walk {
    private Walk() {}

    static <T> void over(Cursor<T> cursor, Limit limit, Consumer<T> action) throws IOException {
        long count = 0;
        for (T next = cursor.next(); next != null; next = limit.isReached(count) ? null : cursor.next()) {
            action.accept(next);
            count++;
        }
    }
}
