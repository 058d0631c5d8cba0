package dev.nestor.document;

/**
 * Packed numbers. Integers that fit a {@code long} and plain decimals of up to 18 digits are stored in
 * binary, everything else ({@code 1e400}, {@code -0}, 30 digits) as its text. Each text has one packed
 * form and comes back exactly, {@code 2.50} and {@code -0.0} included.
 */
final class PackedNumber {
    /** Digits that surely fit a {@code long}. */
    static final int MOST_DECIMAL_DIGITS = 18;

    private static final int MOST_LONG_DIGITS = 19;
    private static final int NEGATIVE_SCALE = 0x80;
    private static final int GREATEST_SCALE = 0x7F;
    private static final long[] POWERS_OF_TEN = new long[MOST_DECIMAL_DIGITS + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
        }
    }

    private PackedNumber() {}

    /** Packs a text that is a number by the JSON grammar. */
    static void write(GrowingBytes out, byte[] text, int from, int to) {
        boolean negative = text[from] == '-';
        int digits = negative ? from + 1 : from;
        int point = -1;
        long magnitude = 0;
        for (int i = digits; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                magnitude = 10 * magnitude + digit;
            } else if (text[i] == '.') {
                point = i;
            } else {
                writeText(out, text, from, to);
                return;
            }
        }
        if (point >= 0 && to - digits - 1 <= MOST_DECIMAL_DIGITS) {
            writeDecimal(out, negative, to - point - 1, magnitude);
        } else if (point < 0 && to - digits <= MOST_LONG_DIGITS && fitsLong(negative, magnitude)) {
            writeLong(out, negative ? -magnitude : magnitude);
        } else {
            writeText(out, text, from, to);
        }
    }

    /** Whether the unsigned magnitude fits a {@code long} with this sign. {@code -0} does not: its text would be lost. */
    private static boolean fitsLong(boolean negative, long magnitude) {
        return negative ? magnitude != 0 && (magnitude > 0 || magnitude == Long.MIN_VALUE) : magnitude >= 0;
    }

    private static void writeText(GrowingBytes out, byte[] text, int from, int to) {
        out.append(Tag.NUMBER_TEXT);
        out.append(to - from);
        out.append(text, from, to);
    }

    static void writeLong(GrowingBytes out, long value) {
        if (value >= 0 && value <= Tag.GREATEST_SMALL_INTEGER) {
            out.append(Tag.SMALL_INTEGER + (int) value);
            return;
        }
        long stored = value >= 0 ? value : ~value;
        int width = Integers.longWidth(stored);
        out.append((value >= 0 ? Tag.POSITIVE_INTEGER : Tag.NEGATIVE_INTEGER) + width - 1);
        writeUnsigned(out, width, stored);
    }

    private static void writeDecimal(GrowingBytes out, boolean negative, int scale, long magnitude) {
        int width = Integers.longWidth(magnitude);
        out.append(Tag.DECIMAL + width - 1);
        out.append(negative ? scale | NEGATIVE_SCALE : scale);
        writeUnsigned(out, width, magnitude);
    }

    private static void writeUnsigned(GrowingBytes out, int width, long value) {
        out.reserve(width);
        Integers.writeLong(out.array, out.size, width, value);
        out.size += width;
    }

    static boolean isInteger(int tag) {
        return tag >= Tag.SMALL_INTEGER && tag < Tag.DECIMAL;
    }

    static boolean isDecimal(int tag) {
        return tag >= Tag.DECIMAL && tag < Tag.NUMBER_TEXT;
    }

    /** The value of a packed integer. */
    static long integer(byte[] bytes, int at) {
        int tag = bytes[at];
        if (tag < Tag.POSITIVE_INTEGER) {
            return (long) tag - Tag.SMALL_INTEGER;
        }
        long stored = Integers.readLong(bytes, at + 1, (tag & 7) + 1);
        return tag < Tag.NEGATIVE_INTEGER ? stored : ~stored;
    }

    /** A packed decimal's digits, without point and sign. */
    static long digits(byte[] bytes, int at) {
        return Integers.readLong(bytes, at + 2, (bytes[at] & 7) + 1);
    }

    static int scale(byte[] bytes, int at) {
        int scale = bytes[at + 1] & GREATEST_SCALE;
        if (scale == 0 || scale > MOST_DECIMAL_DIGITS) {
            throw new CorruptDocumentException("a packed decimal has " + scale + " decimals");
        }
        return scale;
    }

    static boolean isNegativeDecimal(byte[] bytes, int at) {
        return bytes[at + 1] < 0;
    }

    static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /** Appends the text of the packed number at {@code at}. */
    static void appendText(GrowingBytes out, byte[] bytes, int at) {
        int tag = bytes[at];
        if (isInteger(tag)) {
            appendInteger(out, integer(bytes, at));
        } else if (isDecimal(tag)) {
            appendDecimal(out, bytes, at);
        } else {
            appendText(out, bytes, at + 2, at + 2 + (bytes[at + 1] & 0xFF));
        }
    }

    private static void appendText(GrowingBytes out, byte[] bytes, int from, int to) {
        if (!JsonNumber.isNumber(bytes, from, to)) {
            throw new CorruptDocumentException("the text of a packed number is no number");
        }
        out.append(bytes, from, to);
    }

    private static void appendInteger(GrowingBytes out, long value) {
        if (value < 0) {
            out.append('-');
        }
        long magnitude = Math.abs(value); // the least long stays negative, which is right when read unsigned
        appendDigits(out, magnitude, digitCount(magnitude));
    }

    private static void appendDecimal(GrowingBytes out, byte[] bytes, int at) {
        if (isNegativeDecimal(bytes, at)) {
            out.append('-');
        }
        int scale = scale(bytes, at);
        long digits = digits(bytes, at);
        long whole = Long.divideUnsigned(digits, POWERS_OF_TEN[scale]);
        appendDigits(out, whole, digitCount(whole));
        out.append('.');
        appendDigits(out, Long.remainderUnsigned(digits, POWERS_OF_TEN[scale]), scale);
    }

    private static int digitCount(long magnitude) {
        int count = 1;
        while (count <= MOST_DECIMAL_DIGITS && Long.compareUnsigned(magnitude, POWERS_OF_TEN[count]) >= 0) {
            count++;
        }
        // A corrupt document may hold a 20-digit magnitude.
        return count > MOST_DECIMAL_DIGITS && Long.divideUnsigned(magnitude, 10) >= POWERS_OF_TEN[18] ? 20 : count;
    }

    private static void appendDigits(GrowingBytes out, long magnitude, int count) {
        out.reserve(count);
        long rest = magnitude;
        for (int i = out.size + count - 1; i >= out.size; i--) {
            long tenth = rest >= 0 ? rest / 10 : Long.divideUnsigned(rest, 10);
            out.array[i] = (byte) ('0' + (rest - 10 * tenth));
            rest = tenth;
        }
        out.size += count;
    }
}
