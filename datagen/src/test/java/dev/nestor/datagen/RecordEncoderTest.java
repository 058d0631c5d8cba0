package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RecordEncoderTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RECORDS = 3000;

    @ParameterizedTest
    @EnumSource
    void line_parsed_isTheKeyAndTheGeneratedTree(RecordFormat format) throws IOException {
        for (var shape : List.of(new Shape(0, 0, 1), new Shape(3, 5, 8), new Shape(6, 7, 1), new Shape(0, 3, 300))) {
            var generator = new RecordGenerator(Samples.SEED, Samples.FIELDS, shape);
            List<String> lines = lines(generator, format, RECORDS);
            assertThat(lines).hasSize(RECORDS);
            for (int index = 0; index < RECORDS; index++) {
                Map<String, Object> expected = RecordTree.of(generator, index);
                // As text, so that the order counts too.
                assertThat(parse(lines.get(index), format, index)).hasToString(expected.toString());
            }
        }
    }

    private static Object parse(String line, RecordFormat format, int index) {
        String key = "person" + index;
        return switch (format) {
            case JSON -> onlyMember(JSON.readValue("{" + line + "}", Map.class), key);
            case SEMICOLON -> onlyMember(JSON.readValue("{" + line.replace(" ; ", " , ") + "}", Map.class), key);
            case NDJSON -> {
                Map<?, ?> object = JSON.readValue(line, Map.class);
                assertThat(object.keySet().iterator().next()).isEqualTo("_key");
                assertThat(object.remove("_key")).isEqualTo(key);
                yield object;
            }
        };
    }

    private static Object onlyMember(Map<?, ?> object, String key) {
        assertThat(object).hasSize(1);
        return Objects.requireNonNull(object.get(key));
    }

    @Test
    void document_isTheTextBehindTheKey() throws IOException {
        RecordGenerator generator = Samples.generator(3, 5, 8);
        List<String> lines = lines(generator, RecordFormat.JSON, 500);
        generator.forEach(0, 500, (key, json) -> {
            int index = Integer.parseInt(key.substring("person".length()));
            assertThat("\"" + key + "\": " + new String(json, UTF_8)).isEqualTo(lines.get(index));
        });
    }

    @Test
    void decimal_isWrittenLikeADouble() throws IOException {
        var encoder = new RecordEncoder(Samples.generator(0, 1, 1), RecordFormat.JSON);
        for (int thousandths = 0; thousandths <= 100_000; thousandths++) {
            encoder.clear();
            encoder.decimal(thousandths);
            assertThat(text(encoder)).isEqualTo(Double.toString(thousandths / 1000.0));
        }
    }

    @Test
    void whole_isWrittenInDigits() throws IOException {
        var encoder = new RecordEncoder(Samples.generator(0, 1, 1), RecordFormat.JSON);
        for (int value = 0; value <= 1000; value++) {
            encoder.clear();
            encoder.whole(value);
            assertThat(text(encoder)).isEqualTo(Integer.toString(value));
        }
    }

    private static List<String> lines(RecordGenerator generator, RecordFormat format, int count) throws IOException {
        var encoder = new RecordEncoder(generator, format);
        for (int index = 0; index < count; index++) {
            encoder.line(index);
        }
        String text = text(encoder);
        assertThat(text).endsWith("\n");
        return text.lines().toList();
    }

    private static String text(RecordEncoder encoder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        encoder.writeTo(bytes);
        assertThat(bytes.size()).isEqualTo(encoder.size());
        return bytes.toString(UTF_8);
    }
}
