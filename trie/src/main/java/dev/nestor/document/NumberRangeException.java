package dev.nestor.document;

/** The result of an arithmetic edit is too large to be stored as a number. */
public final class NumberRangeException extends DocumentException {
    NumberRangeException(String message) {
        super(message);
    }

    NumberRangeException(String message, ArithmeticException cause) {
        super(message, cause);
    }
}
