package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Picks none, some or all of the children of a value (RFC 9535, section 2.3). */
sealed interface Selector {

    /** Picks one child at most. */
    sealed interface Single extends Selector {}

    /** The member of an object with this name. */
    final class Name implements Single {
        private final String text;
        private final byte[] utf8;

        Name(String text) {
            this.text = text;
            this.utf8 = text.getBytes(UTF_8);
        }

        String text() {
            return text;
        }

        /** The name as documents hold it; never to be written to. */
        byte[] utf8() {
            return utf8;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name name && text.equals(name.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return "Name[" + text + "]";
        }
    }

    /** The element of an array at this index; -1 is the last one. */
    record Index(long index) implements Single {

        /** The index from the front, or -1 when an array of this size has no such element. */
        int in(int size) {
            long fromFront = index < 0 ? index + size : index;
            return fromFront < 0 || fromFront >= size ? -1 : (int) fromFront;
        }
    }

    /** Every child of an object or array. */
    record Wildcard() implements Selector {}

    /** Elements of an array from {@code start} on, every {@code step}-th, up to but without {@code end}. */
    record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {

        /**
         * The first index to visit in an array of this size, already inside the bounds for the direction of
         * the step (RFC 9535, section 2.3.4.2.2).
         */
        long first(int size) {
            if (start == null) {
                return step >= 0 ? 0 : size - 1L;
            }
            return clamp(start, size);
        }

        /** The index to stop before. */
        long limit(int size) {
            if (end == null) {
                return step >= 0 ? size : -1;
            }
            return clamp(end, size);
        }

        private long clamp(long index, int size) {
            long fromFront = index < 0 ? index + size : index;
            return step >= 0 ? Math.clamp(fromFront, 0L, size) : Math.clamp(fromFront, -1L, size - 1L);
        }
    }

    /** Every child of an object or array for which the condition holds. */
    record Filter(Condition condition) implements Selector {}
}
