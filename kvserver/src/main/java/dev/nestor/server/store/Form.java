package dev.nestor.server.store;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The binary form of one type: a code, then the fields. Codes are part of the log's format, so one that was given
 * away is never changed or used again.
 *
 * @param code from 0 to 255
 */
record Form<T>(int code, Class<T> type, BiConsumer<BinaryOutput, T> writer, Function<BinaryInput, T> reader) {

    void write(Object value, BinaryOutput output) {
        output.code(code);
        writer.accept(output, type.cast(value));
    }
}
