package dev.nestor.protocol;

import java.math.BigDecimal;

/** A double as Redis writes it: {@code 3}, {@code 0.1}, {@code 1e+300}, {@code inf}, {@code -inf}, {@code nan}. */
final class RealText {
    /** From here on a whole number is written with an exponent. */
    private static final double LONGEST = 1e17;

    private static final double SHORTEST = 1e-5;

    private RealText() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        return size == 0 || (size >= SHORTEST && size < LONGEST) ? plain(value) : scientific(value);
    }

    private static String plain(double value) {
        if (value == Math.rint(value)) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** Java's {@code 1.0E-7} as C's {@code 1e-7}. */
    private static String scientific(double value) {
        String text = Double.toString(value).replace(".0E", "E");
        int exponent = text.indexOf('E') + 1;
        String sign = text.charAt(exponent) == '-' ? "" : "+";
        return text.substring(0, exponent - 1) + "e" + sign + text.substring(exponent);
    }

    /**
     * The double of such a text.
     *
     * @throws NumberFormatException when it is none
     */
    static double parse(String text) {
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> decimal(text);
        };
    }

    private static double decimal(String text) {
        // Double.parseDouble would also take blanks, hexadecimal digits and a trailing d.
        if (!text.chars().allMatch(letter -> "0123456789+-.eE".indexOf(letter) >= 0)) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }
}
