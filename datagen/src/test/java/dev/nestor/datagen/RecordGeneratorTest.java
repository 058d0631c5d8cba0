package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordGeneratorTest {
    @ParameterizedTest
    @CsvSource({"0,0,1", "0,5,1", "1,1,3", "3,5,8", "3,20,4", "8,2,50", "127,3,1", "0,7,1000"})
    void everyRecord_keepsToTheShape(int maxDepth, int maxKeys, int maxStringLength) {
        RecordGenerator generator = Samples.generator(maxDepth, maxKeys, maxStringLength);
        for (int index = 0; index < 2000; index++) {
            checkObject(RecordTree.of(generator, index), maxDepth, generator);
        }
    }

    private static void checkObject(Map<?, ?> object, int levelsLeft, RecordGenerator generator) {
        assertThat(levelsLeft).isNotNegative();
        assertThat(object).hasSizeLessThanOrEqualTo(generator.shape().maxKeys());
        object.forEach((name, value) -> {
            Field field = generator.fields().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (value instanceof Map<?, ?> nested) {
                checkObject(nested, levelsLeft - 1, generator);
            } else {
                checkScalar(field.type(), value, generator.shape().maxStringLength());
            }
        });
    }

    private static void checkScalar(FieldType type, Object value, int maxStringLength) {
        switch (type) {
            case STRING -> assertThat((String) value).matches("[a-zA-Z]{1," + maxStringLength + "}");
            case INT -> assertThat((Integer) value).isBetween(0, 1000);
            case FLOAT -> assertThat((Double) value).isBetween(0.0, 100.0);
            case BOOLEAN -> assertThat(value).isInstanceOf(Boolean.class);
        }
    }

    @Test
    void recordsMadeInAnyOrder_areTheSame() {
        RecordGenerator generator = Samples.generator(3, 5, 8);
        List<Map<String, Object>> inOrder = IntStream.range(0, 500)
                .mapToObj(i -> RecordTree.of(generator, i))
                .toList();
        var random = new SplittableRandom(Samples.SEED);
        for (int i = 0; i < 1000; i++) {
            int index = random.nextInt(500);
            assertThat(RecordTree.of(generator, index)).isEqualTo(inOrder.get(index));
        }
    }

    @Test
    void anotherSeed_givesOtherRecords() {
        var shape = new Shape(3, 5, 8);
        assertThat(documents(new RecordGenerator(1, Samples.FIELDS, shape), 0, 100))
                .isEqualTo(documents(new RecordGenerator(1, Samples.FIELDS, shape), 0, 100))
                .isNotEqualTo(documents(new RecordGenerator(2, Samples.FIELDS, shape), 0, 100));
    }

    @Test
    void forEach_anyRange_isThatPartOfTheWhole() {
        RecordGenerator generator = Samples.generator(3, 5, 8);
        List<String> whole = documents(generator, 0, 300);
        assertThat(documents(generator, 100, 200)).isEqualTo(whole.subList(100, 200));
        assertThat(documents(generator, 7, 7)).isEmpty();
        assertThat(whole.getFirst()).startsWith("person0 {");
        assertThat(documents(generator, Long.MAX_VALUE - 1, Long.MAX_VALUE)).hasSize(1);
    }

    private static List<String> documents(RecordGenerator generator, long from, long to) {
        List<String> documents = new ArrayList<>();
        generator.forEach(from, to, (key, json) -> documents.add(key + " " + new String(json, UTF_8)));
        return documents;
    }

    @Test
    void moreKeysWantedThanThereAreFields_usesAllFields() {
        RecordGenerator generator = Samples.generator(0, 20, 4);
        int most = IntStream.range(0, 1000)
                .map(i -> RecordTree.of(generator, i).size())
                .max()
                .orElseThrow();
        assertThat(most).isEqualTo(Samples.FIELDS.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void shapeThatWouldGrowForEver_givesRecordsOfBoundedSize(int maxStringLength) {
        var encoder = new RecordEncoder(
                new RecordGenerator(Samples.SEED, manyFields(), new Shape(127, 20, maxStringLength)),
                RecordFormat.JSON);
        int longest = IntStream.range(0, 20)
                .map(index -> encoder.document(index).length)
                .max()
                .orElseThrow();
        assertThat(longest).isBetween(RecordGenerator.FULL_RECORD_SIZE / 2, RecordGenerator.FULL_RECORD_SIZE * 3 / 2);
    }

    private static List<Field> manyFields() {
        return IntStream.range(0, 30)
                .mapToObj(i -> new Field("field" + i, FieldType.STRING))
                .toList();
    }

    @Test
    void noFields_isRefusedUnlessNoKeysAreWanted() {
        assertThatThrownBy(() -> new RecordGenerator(1, List.of(), new Shape(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No fields");
        assertThat(RecordTree.of(new RecordGenerator(1, List.of(), new Shape(3, 0, 1)), 5))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,0,1", "128,0,1", "0,-1,1", "0,21,1", "0,0,0", "0,0,1000001"})
    void shapeOutOfBounds_isRefused(int maxDepth, int maxKeys, int maxStringLength) {
        assertThatThrownBy(() -> new Shape(maxDepth, maxKeys, maxStringLength))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not between");
    }
}
