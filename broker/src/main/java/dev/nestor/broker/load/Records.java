package dev.nestor.broker.load;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other. */
interface Records {
    /** The next one, or null behind the last. */
    @Nullable
    Item next() throws IOException;
}
