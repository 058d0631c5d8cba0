package dev.nestor.broker.load;

import java.io.IOException;

/** The forms that a file may have. */
enum Form {
    /** {@code "key": value}, with commas or semicolons between members. */
    LINES,
    /** An object per line that names its own key. */
    KEYED,
    /** One object of records. */
    OBJECT,
    /** One array of records, which is not loaded: whoever wrote it may not have thought of keys. */
    ARRAY;

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    /** Recognises the form by the beginning, and leaves the input at the first record. */
    static Form of(Input input, String keyField) throws IOException {
        skipMark(input);
        while (JsonText.isBlank(input.peek())) {
            input.next();
        }
        input.keepFromHere();
        Form form = switch (input.peek()) {
            case '{' -> ofObject(input, keyField);
            case '[' -> ARRAY;
            default -> LINES;
        };
        input.rewind();
        return form;
    }

    Records records(Input input, String keyField) {
        return switch (this) {
            case LINES -> new LineRecords(input);
            case KEYED -> new KeyedRecords(input, keyField);
            case OBJECT -> new ObjectRecords(input);
            case ARRAY -> throw new IllegalStateException("an array of records is not loaded");
        };
    }

    private static void skipMark(Input input) throws IOException {
        input.keepFromHere();
        for (int mark : BYTE_ORDER_MARK) {
            if (input.next() != mark) {
                input.rewind();
                return;
            }
        }
    }

    /** An object that ends in its line is a record if it names a key, or if another object follows. */
    private static Form ofObject(Input input, String keyField) throws IOException {
        while (input.peek() >= 0 && input.peek() != '\n' && !input.isTooLong()) {
            input.next();
        }
        JsonText line = new JsonText(input.bytes(), input.position());
        boolean endsInLine = line.skipValue(input.kept()) <= input.position();
        if (!endsInLine) {
            return OBJECT;
        }
        if (KeyedRecords.isKeyed(line, input.kept(), keyField)) {
            return KEYED;
        }
        while (JsonText.isBlank(input.peek())) {
            input.next();
        }
        return input.peek() == '{' ? KEYED : OBJECT;
    }
}
