package dev.nestor.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Redis's patterns, as in KEYS and SCAN (stringmatchlen in util.c): {@code *} is any run of bytes, {@code ?} any byte,
 * {@code [abc]}, {@code [a-z]} and {@code [^a]} one byte of a set, and a backslash takes away a special meaning. A set
 * that is not closed ends with the pattern; {@code [a-]} is not, for its bracket is the end of a range.
 *
 * <p>Takes time proportional to the product of both lengths at worst, whatever the pattern. Immutable.
 */
public final class Glob {
    private final byte[] pattern;
    private final boolean ignoreCase;

    public Glob(byte[] pattern) {
        this(pattern, false);
    }

    private Glob(byte[] pattern, boolean ignoreCase) {
        this.pattern = pattern;
        this.ignoreCase = ignoreCase;
    }

    /** A pattern that takes letters in either case. */
    public static Glob ignoringCase(String pattern) {
        return new Glob(pattern.getBytes(StandardCharsets.UTF_8), true);
    }

    public boolean matches(String text) {
        return matches(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the whole text matches. */
    public boolean matches(byte[] text) {
        int at = 0;
        int index = 0;
        // When something does not fit, only the last star may take one byte more: earlier ones need not be tried.
        int star = -1;
        int taken = 0;
        while (index < text.length) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                taken = index;
            } else if (at < pattern.length && fits(at, text[index])) {
                at = next(at);
                index++;
            } else if (star >= 0) {
                at = star + 1;
                index = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at >= pattern.length;
    }

    /** Whether the pattern's item at this place takes the byte. */
    private boolean fits(int at, byte letter) {
        return switch (pattern[at]) {
            case '?' -> true;
            case '[' -> inSet(at, letter);
            case '\\' -> same(pattern[Math.min(at + 1, pattern.length - 1)], letter);
            default -> same(pattern[at], letter);
        };
    }

    private boolean inSet(int open, byte letter) {
        int end = next(open) - 1;
        boolean found = false;
        for (int i = firstPart(open); i < end; i = afterPart(i)) {
            found |= switch (afterPart(i) - i) {
                case 3 -> between(pattern[i], pattern[i + 2], letter);
                case 2 -> same(pattern[i + 1], letter);
                default -> same(pattern[i], letter);
            };
        }
        return found != isNegated(open);
    }

    private boolean isNegated(int open) {
        return open + 1 < pattern.length && pattern[open + 1] == '^';
    }

    private int firstPart(int open) {
        return open + (isNegated(open) ? 2 : 1);
    }

    /** The place behind a part of a set: an escaped byte, a range, which may even end with the bracket, or a byte. */
    private int afterPart(int at) {
        if (pattern[at] == '\\' && at + 1 < pattern.length) {
            return at + 2;
        }
        return at + 2 < pattern.length && pattern[at + 1] == '-' ? at + 3 : at + 1;
    }

    /** The place of the item behind the one at this place; one beyond the pattern's end when a set is not closed. */
    private int next(int at) {
        return switch (pattern[at]) {
            case '\\' -> Math.min(at + 2, pattern.length);
            case '[' -> afterSet(at);
            default -> at + 1;
        };
    }

    private int afterSet(int open) {
        int i = firstPart(open);
        while (i < pattern.length && pattern[i] != ']') {
            i = afterPart(i);
        }
        return i < pattern.length ? i + 1 : pattern.length + 1;
    }

    private boolean between(byte first, byte last, byte letter) {
        int low = Math.min(fold(first), fold(last));
        int high = Math.max(fold(first), fold(last));
        return low <= fold(letter) && fold(letter) <= high;
    }

    private boolean same(byte wanted, byte letter) {
        return fold(wanted) == fold(letter);
    }

    private int fold(byte letter) {
        return ignoreCase && letter >= 'A' && letter <= 'Z' ? letter + 32 : letter & 0xFF;
    }
}
