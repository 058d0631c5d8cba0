package dev.nestor.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON texts in the test resources. */
final class TestTexts {
    private TestTexts() {}

    /** Records as the data generator makes them, minified. */
    static List<String> generatedRecords() {
        return read("generated.ndjson").lines().toList();
    }

    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(TestTexts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
