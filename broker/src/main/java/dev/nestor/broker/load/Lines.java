package dev.nestor.broker.load;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts input into lines, passes over blank ones, and makes rejects of what can't be read. */
final class Lines implements Records {
    private final Input input;
    private final Form form;

    /** Reads one line. */
    @FunctionalInterface
    interface Form {
        /**
         * The record in these bytes, which neither begin nor end with a blank.
         *
         * @throws IllegalArgumentException if there is none, with a message for people
         */
        Item record(byte[] bytes, int from, int to, long line);
    }

    Lines(Input input, Form form) {
        this.input = input;
        this.form = form;
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (input.peek() >= 0) {
            input.keepFromHere();
            long number = input.line();
            boolean fits = input.toLineEnd();
            Item item = fits ? item(number) : tooLong(number);
            input.next();
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    static Item tooLong(long line) {
        return new Item.Reject(line, "the record is longer than " + (Input.LARGEST_RECORD >> 20) + " MB");
    }

    private @Nullable Item item(long number) {
        byte[] bytes = input.bytes();
        int from = input.kept();
        int to = input.position();
        while (from < to && JsonText.isBlank(bytes[from])) {
            from++;
        }
        while (from < to && JsonText.isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            return null;
        }
        try {
            return form.record(bytes, from, to, number);
        } catch (IllegalArgumentException e) {
            return new Item.Reject(number, String.valueOf(e.getMessage()));
        }
    }
}
