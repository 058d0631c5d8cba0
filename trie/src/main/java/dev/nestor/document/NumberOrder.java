package dev.nestor.document;

/** Compares packed numbers by what they stand for. Compact forms are compared without being decoded. */
final class NumberOrder {
    private NumberOrder() {}

    static int compare(Value left, Value right) {
        int leftTag = left.bytes()[left.position()];
        int rightTag = right.bytes()[right.position()];
        if (leftTag == Tag.NUMBER_TEXT || rightTag == Tag.NUMBER_TEXT) {
            return Decimal.of(left).compareTo(Decimal.of(right));
        }
        int order = Long.compare(whole(left), whole(right));
        return order != 0 ? order : Long.compare(fraction(left), fraction(right));
    }

    /** The part before the point, rounded towards zero. */
    private static long whole(Value number) {
        byte[] bytes = number.bytes();
        int at = number.position();
        if (PackedNumber.isInteger(bytes[at])) {
            return PackedNumber.integer(bytes, at);
        }
        return signed(bytes, at, PackedNumber.digits(bytes, at) / power(bytes, at));
    }

    /** The part after the point in units of 10<sup>-18</sup>, with the sign of the number. */
    private static long fraction(Value number) {
        byte[] bytes = number.bytes();
        int at = number.position();
        if (PackedNumber.isInteger(bytes[at])) {
            return 0;
        }
        long unit = PackedNumber.powerOfTen(PackedNumber.MOST_DECIMAL_DIGITS - PackedNumber.scale(bytes, at));
        return signed(bytes, at, PackedNumber.digits(bytes, at) % power(bytes, at) * unit);
    }

    private static long power(byte[] bytes, int at) {
        return PackedNumber.powerOfTen(PackedNumber.scale(bytes, at));
    }

    private static long signed(byte[] bytes, int at, long magnitude) {
        return PackedNumber.isNegativeDecimal(bytes, at) ? -magnitude : magnitude;
    }
}
