package dev.nestor.server.cluster;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages, answers and maps as JSON: few, small, and good to read in a log or a file. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    static byte[] encode(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    static <T> T decode(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
