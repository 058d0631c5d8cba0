package dev.nestor.document.path;

import dev.nestor.document.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes one value, such as by adding to a number or appending to an array.
 *
 * @param <R> what to tell whoever asked for the change: the new number, the new length, the element taken out
 */
@FunctionalInterface
public interface Edit<R> {

    /** The new value and the reply, or null when the value is of a kind that cannot be changed so. */
    @Nullable
    Change<R> edit(Value value);

    /** A new value and what to tell about it. */
    record Change<R>(Value value, R reply) {}
}
