package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a key holds. */
public sealed interface Value {
    /** For people. */
    String text();

    /** A JSON document, in one line. */
    record Json(String text) implements Value {}

    /** A string of bytes, as the command SET stores it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bytes(byte[] bytes) implements Value {
        @Override
        public String text() {
            return new String(bytes, UTF_8);
        }
    }
}
