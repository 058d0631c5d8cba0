package dev.nestor.document;

import java.math.BigInteger;

/**
 * A number of any length and exponent in normal form, so that equal numbers are equal records:
 * sign × 0.digits × 10<sup>exponent</sup>, where the digits neither start nor end with a zero.
 *
 * @param sign -1, 0 or 1; zero has no digits and the exponent 0
 */
record Decimal(int sign, String digits, BigInteger exponent) implements Comparable<Decimal> {
    private static final Decimal ZERO = new Decimal(0, "", BigInteger.ZERO);

    static Decimal of(Value number) {
        return of(number.numberText());
    }

    /** From the text of a JSON number. */
    static Decimal of(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int exponentMark = Math.max(text.indexOf('e'), text.indexOf('E'));
        int end = exponentMark < 0 ? text.length() : exponentMark;
        int point = text.indexOf('.');
        String digits = text.substring(start, end).replace(".", "");
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        if (first == digits.length()) {
            return ZERO;
        }
        BigInteger exponent = exponentMark < 0 ? BigInteger.ZERO : new BigInteger(text.substring(exponentMark + 1));
        int wholeDigits = (point < 0 ? end : point) - start;
        return new Decimal(
                start == 1 ? -1 : 1,
                digits.substring(first, lastNonZero(digits) + 1),
                exponent.add(BigInteger.valueOf(wholeDigits - first)));
    }

    private static int lastNonZero(String digits) {
        int last = digits.length() - 1;
        while (digits.charAt(last) == '0') {
            last--;
        }
        return last;
    }

    @Override
    public int compareTo(Decimal other) {
        if (sign != other.sign) {
            return Integer.compare(sign, other.sign);
        }
        int order = exponent.compareTo(other.exponent);
        return sign * (order != 0 ? order : digits.compareTo(other.digits));
    }
}
