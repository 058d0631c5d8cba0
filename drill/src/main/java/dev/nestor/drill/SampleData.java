package dev.nestor.drill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.nestor.datagen.Field;
import dev.nestor.datagen.FieldType;
import dev.nestor.datagen.RecordGenerator;
import dev.nestor.datagen.Shape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Generated people, always the same. */
final class SampleData {
    private static final long SEED = 42;
    private static final Shape SHAPE = new Shape(3, 5, 8);
    private static final List<Field> FIELDS = List.of(
            new Field("name", FieldType.STRING),
            new Field("street", FieldType.STRING),
            new Field("country", FieldType.STRING),
            new Field("email", FieldType.STRING),
            new Field("make", FieldType.STRING),
            new Field("address", FieldType.STRING),
            new Field("zip", FieldType.INT),
            new Field("birthdate", FieldType.INT),
            new Field("height", FieldType.FLOAT),
            new Field("weight", FieldType.FLOAT));

    private SampleData() {}

    static RecordGenerator generator() {
        return new RecordGenerator(SEED, FIELDS, SHAPE);
    }

    /** Writes a line per record: {@code "person0": {...}}. */
    static void write(Path file, long records) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            generator().forEach(0, records, (key, json) -> line(out, key, json));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(OutputStream out, String key, byte[] json) {
        try {
            out.write(("\"" + key + "\": ").getBytes(US_ASCII));
            out.write(json);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
