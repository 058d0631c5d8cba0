package dev.nestor.server.store;

import java.util.List;
import java.util.Locale;

/**
 * The binary form of an enum: one byte, the constant's place in a list. The list is part of the log's format, so it
 * may only grow at its end.
 */
record Codes<E extends Enum<E>>(List<E> constants) {

    void write(E constant, BinaryOutput output) {
        int code = constants.indexOf(constant);
        if (code < 0) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s has no code", constant));
        }
        output.code(code);
    }

    E read(BinaryInput input) {
        int code = input.code();
        if (code >= constants.size()) {
            throw input.corrupt(String.format(Locale.ROOT, "none of %s: %d", constants, code));
        }
        return constants.get(code);
    }
}
