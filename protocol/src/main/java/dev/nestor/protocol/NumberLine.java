package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;

/**
 * Reads the number in a header, {@code 123\r\n} or {@code -1\r\n}, from as many pieces as it comes in. Only what Redis
 * itself would write is a number: no leading zero, no blank, nothing beyond 64 bits, and no plus sign unless the caller
 * allows it.
 */
final class NumberLine {
    /** Where Redis gives up waiting for a line's end. */
    private static final int LONGEST = 64 << 10;

    // Negative, as the negative range holds one value more.
    private long negated;
    private int digits;
    private int length;
    private boolean minus;
    private boolean plus;
    private boolean carriageReturn;
    private boolean malformed;

    /** Takes the bytes up to the line's end; false when the end has not come yet. */
    boolean read(ByteBuf in) {
        int index = in.readerIndex();
        int end = in.writerIndex();
        while (index < end) {
            byte next = in.getByte(index++);
            if (next == '\n' || ++length > LONGEST) {
                in.readerIndex(index);
                return true;
            }
            accept(next);
        }
        in.readerIndex(index);
        return false;
    }

    private void accept(byte next) {
        int digit = next - '0';
        malformed |= carriageReturn;
        if (digit >= 0 && digit <= 9) {
            push(digit);
        } else if (next == '\r') {
            carriageReturn = true;
        } else if (next == '-' && length == 1) {
            minus = true;
        } else if (next == '+' && length == 1) {
            plus = true;
        } else {
            malformed = true;
        }
    }

    private void push(int digit) {
        boolean leadingZero = digits == 1 && negated == 0;
        boolean overflow = negated < Long.MIN_VALUE / 10 || negated * 10 < Long.MIN_VALUE + digit;
        malformed |= leadingZero || overflow;
        negated = negated * 10 - digit;
        digits++;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    boolean isNumber() {
        return !plus && isSignedNumber();
    }

    /** Whether it is a number, which may have a plus sign too. */
    boolean isSignedNumber() {
        boolean negativeZero = minus && negated == 0;
        boolean overflow = !minus && negated == Long.MIN_VALUE;
        return !malformed && carriageReturn && digits > 0 && !negativeZero && !overflow;
    }

    /** The number, if it {@link #isSignedNumber() is one}. Makes ready for the next line. */
    long take() {
        long value = minus ? negated : -negated;
        negated = 0;
        digits = 0;
        length = 0;
        minus = false;
        plus = false;
        carriageReturn = false;
        malformed = false;
        return value;
    }
}
