package dev.nestor.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Arithmetic on numbers in decimal: 0.1 + 0.2 is 0.3. As in Redis, two 64-bit integers give a 64-bit
 * integer or an error. Any other result must not be larger than the greatest {@code double}; it is
 * exact up to 34 significant digits, then rounded half to even, so that a number does not grow for ever.
 *
 * <p>A number below 10<sup>-400</sup> counts as 0 when it is an operand. A result is not flushed: the
 * product of 1e-300 and 1e-300 is 1e-600, where doubles give 0.
 */
public final class NumberEdit {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal GREATEST = new BigDecimal(Double.MAX_VALUE);

    /** Digits before the point from which on Redis writes an exponent, and zeros after it. */
    private static final int MOST_PLAIN_DIGITS = 16;

    private static final int MOST_LEADING_ZEROS = 4;

    /** Numbers are 0.d × 10<sup>exponent</sup> here. Below the least one a {@code double} is 0. */
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(-400);

    private static final BigInteger GREATEST_EXPONENT = BigInteger.valueOf(309);

    private NumberEdit() {}

    /**
     * The sum of two numbers.
     *
     * @throws NumberRangeException if it is too large
     */
    public static Value add(Value number, Value summand) {
        return combine(number, summand, Math::addExact, (left, right) -> left.add(right, PRECISION));
    }

    /**
     * The product of two numbers.
     *
     * @throws NumberRangeException if it is too large
     */
    public static Value multiply(Value number, Value factor) {
        return combine(number, factor, Math::multiplyExact, (left, right) -> left.multiply(right, PRECISION));
    }

    private static Value combine(
            Value left, Value right, LongBinaryOperator integers, BinaryOperator<BigDecimal> decimals) {
        String leftText = left.numberText();
        String rightText = right.numberText();
        if (left.isLong() && right.isLong()) {
            return Value.of(combine(leftText, rightText, integers));
        }
        BigDecimal result = decimals.apply(decimal(leftText), decimal(rightText));
        if (result.abs().compareTo(GREATEST) > 0) {
            throw tooLarge();
        }
        byte[] text =
                format(result, isInteger(leftText) && isInteger(rightText)).getBytes(StandardCharsets.US_ASCII);
        return new PackedWriter().number(text, 0, text.length).toDocument().root();
    }

    private static long combine(String left, String right, LongBinaryOperator operator) {
        try {
            return operator.applyAsLong(Long.parseLong(left), Long.parseLong(right));
        } catch (ArithmeticException e) {
            throw new NumberRangeException("the result does not fit a 64-bit integer", e);
        }
    }

    private static BigDecimal decimal(String text) {
        Decimal number = Decimal.of(text);
        if (number.exponent().compareTo(GREATEST_EXPONENT) > 0) {
            throw tooLarge();
        }
        // A zero's text may still hold an exponent that BigDecimal cannot read.
        boolean zero = number.sign() == 0 || number.exponent().compareTo(LEAST_EXPONENT) < 0;
        return zero ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static NumberRangeException tooLarge() {
        return new NumberRangeException("the number is larger than any double");
    }

    private static boolean isInteger(String text) {
        return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    private static String format(BigDecimal result, boolean integer) {
        BigDecimal shortest = result.stripTrailingZeros();
        int wholeDigits = shortest.precision() - shortest.scale();
        if (integer && wholeDigits <= PRECISION.getPrecision()) {
            return shortest.toPlainString();
        }
        if (wholeDigits > MOST_PLAIN_DIGITS || wholeDigits < -MOST_LEADING_ZEROS) {
            return scientific(shortest);
        }
        return shortest.scale() > 0
                ? shortest.toPlainString()
                : shortest.setScale(1, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** One digit, the others after the point, and the exponent: {@code 1.5e300}. */
    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        return number.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
