package dev.nestor.document;

import org.jspecify.annotations.Nullable;

/** Tells what takes the place of a value in {@link Document#rewrite}. */
@FunctionalInterface
public interface Splicer {
    /** The replacement for a value, or null to remove it from its container. */
    @Nullable
    Value splice(Value target);
}
