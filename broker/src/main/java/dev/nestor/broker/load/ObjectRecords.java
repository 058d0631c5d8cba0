package dev.nestor.broker.load;

import dev.nestor.broker.Key;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One large object whose members are the records. Where its form is broken nobody can tell what is a record any more:
 * that is the last reject.
 */
final class ObjectRecords implements Records {
    private final Input input;
    private boolean begun;
    private boolean ended;
    private boolean truncated;

    ObjectRecords(Input input) {
        this.input = input;
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            return member();
        } catch (IllegalArgumentException e) {
            ended = true;
            return new Item.Reject(input.line(), e.getMessage() + "; nothing behind it was read");
        }
    }

    private @Nullable Item member() throws IOException {
        if (!begun) {
            expect('{');
            begun = true;
            if (blankless() == '}') {
                return end();
            }
        } else if (blankless() == '}') {
            return end();
        } else {
            expect(',');
        }
        return record();
    }

    private @Nullable Item end() throws IOException {
        input.next();
        ended = true;
        if (blankless() >= 0) {
            throw new IllegalArgumentException("something stands behind the object's end");
        }
        return null;
    }

    private Item record() throws IOException {
        blankless();
        input.keepFromHere();
        long line = input.line();
        truncated = false;
        String fault = "";
        Key key = Key.EMPTY;
        skipString();
        try {
            key = new JsonText(input.bytes(), input.position()).key(input.kept(), input.position());
        } catch (IllegalArgumentException e) {
            fault = String.valueOf(e.getMessage());
        }
        expect(':');
        blankless();
        input.keepFromHere();
        skipValue();
        if (truncated) {
            return Lines.tooLong(line);
        }
        return fault.isEmpty()
                ? new Item.Document(line, key, Arrays.copyOfRange(input.bytes(), input.kept(), input.position()))
                : new Item.Reject(line, fault);
    }

    private void skipString() throws IOException {
        if (input.next() != '"') {
            throw new IllegalArgumentException("expected the name of a record");
        }
        skipRestOfString();
    }

    private void skipRestOfString() throws IOException {
        for (int next = input.next(); next != '"'; next = input.next()) {
            if (next == '\\') {
                input.next();
            }
            forgetIfTooLong();
            requireMore(next);
        }
    }

    private void skipValue() throws IOException {
        int depth = 0;
        while (true) {
            int next = input.peek();
            requireMore(next);
            if (depth == 0 && isBehindValue(next)) {
                return;
            }
            input.next();
            depth += JsonText.nesting(next);
            if (next == '"') {
                skipRestOfString();
            }
            forgetIfTooLong();
            if (depth == 0 && JsonText.nesting(next) < 0) {
                return;
            }
        }
    }

    private static boolean isBehindValue(int next) {
        return next == ',' || next == '}' || next == ']' || JsonText.isBlank(next);
    }

    private void forgetIfTooLong() {
        if (input.isTooLong()) {
            input.keepFromHere();
            truncated = true;
        }
    }

    private static void requireMore(int next) {
        if (next < 0) {
            throw new IllegalArgumentException("the file ends within a record");
        }
    }

    private void expect(char wanted) throws IOException {
        int next = blankless();
        if (next != wanted) {
            throw new IllegalArgumentException(
                    "expected '" + wanted + "', found " + (next < 0 ? "the end of the file" : "'" + (char) next + "'"));
        }
        input.next();
    }

    /** Passes over blanks and shows what follows, -1 for the end. */
    private int blankless() throws IOException {
        while (JsonText.isBlank(input.peek())) {
            input.next();
        }
        input.keepFromHere();
        return input.peek();
    }
}
