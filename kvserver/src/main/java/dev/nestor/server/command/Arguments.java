package dev.nestor.server.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.Slot;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.StoreLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the words of a request. What is not as it should be is a {@link Refusal}. */
final class Arguments {
    /** Digits and sign of the least 64-bit integer. */
    private static final int LONGEST_INTEGER = 20;

    private Arguments() {}

    /** A key; the bytes are the whole array. */
    static Bytes key(Request request, int index) {
        return bytes(request, index, "key", StoreLimits.KEY_BYTES);
    }

    /** The keys from one word on to before another, each {@code step} words behind the one before. */
    static List<Bytes> keys(Request request, int from, int to, int step) {
        List<Bytes> keys = new ArrayList<>((to - from) / step + 1);
        for (int index = from; index < to; index += step) {
            keys.add(key(request, index));
        }
        return keys;
    }

    /** A value to be stored as it is. */
    static Bytes value(Request request, int index) {
        return bytes(request, index, "value", StoreLimits.VALUE_BYTES);
    }

    private static Bytes bytes(Request request, int index, String what, int limit) {
        byte[] word = request.argument(index);
        if (word.length > limit) {
            throw Refusal.of(
                    String.format(Locale.ROOT, "a %s has at most %d bytes, this one has %d", what, limit, word.length));
        }
        return Bytes.wrap(word);
    }

    /** A 64-bit integer in its shortest text, as Redis wants it. */
    static long integer(Request request, int index) {
        return integerOr(request, index, Failure.NOT_AN_INTEGER);
    }

    /** An integer; something else is refused in the words that the command has for it. */
    static long integerOr(Request request, int index, Failure failure) {
        Long integer = integer(request.argument(index));
        if (integer == null) {
            throw new Refusal(failure);
        }
        return integer;
    }

    /** The number of a slot. */
    static int slot(Request request, int index) {
        long slot = integer(request, index);
        if (slot < 0 || slot >= Slot.COUNT) {
            throw Refusal.of(String.format(Locale.ROOT, "SLOT must be 0 to %d, not %d", Slot.COUNT - 1, slot));
        }
        return (int) slot;
    }

    private static @Nullable Long integer(byte[] word) {
        if (word.length > LONGEST_INTEGER) {
            return null;
        }
        String text = new String(word, StandardCharsets.ISO_8859_1);
        try {
            long integer = Long.parseLong(text);
            return Long.toString(integer).equals(text) ? integer : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Refuses a request that has more words than its command knows what to do with. */
    static void requireAtMost(int words, Request request, String fullName) {
        if (request.size() > words) {
            throw new Refusal(Failure.wrongArity(fullName));
        }
    }
}
