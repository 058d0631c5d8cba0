package dev.nestor.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** How often things occur. The seed is fixed and so are the counts: a test passes always or never. */
class DistributionTest {
    private static final int RECORDS = 60_000;
    private static final Percentage CLOSE = Percentage.withPercentage(5);

    @Test
    void keysPerLevel_allNumbersEquallyOften() {
        Map<Integer, Integer> counts = count(records(fields("abcdefgh"), new Shape(0, 5, 1)), Map::size);
        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(RECORDS / 6, CLOSE));
    }

    @Test
    void deepestPossibleLevel_isDrawnEquallyFromNoneToAll() {
        // With one key, level after level is nested by chance: 0.5 that there is a key, 0.3 that it is an object.
        Map<Integer, Integer> counts = count(records(fields("a"), new Shape(2, 1, 1)), DistributionTest::depth);
        double oneMore = 0.5 * 0.3;
        assertThat((double) counts.getOrDefault(1, 0))
                .isCloseTo(RECORDS * (oneMore / 3 + oneMore * (1 - oneMore) / 3), CLOSE);
        assertThat((double) counts.getOrDefault(2, 0))
                .isCloseTo(RECORDS * oneMore * oneMore / 3, Percentage.withPercentage(10));
    }

    private static int depth(Map<?, ?> object) {
        return object.values().stream()
                .mapToInt(value -> value instanceof Map<?, ?> nested ? 1 + depth(nested) : 0)
                .max()
                .orElse(0);
    }

    @Test
    void everyOrderOfEveryChoiceOfFields_isEquallyFrequent() {
        Map<String, Integer> counts = new HashMap<>();
        records(fields("abcde"), new Shape(0, 3, 1)).stream()
                .filter(tree -> tree.size() == 3)
                .forEach(tree -> counts.merge(String.join("", tree.keySet()), 1, Integer::sum));
        assertThat(counts).hasSize(5 * 4 * 3);
        assertThat(counts.values())
                .allSatisfy(count -> assertThat(count).isCloseTo(RECORDS / 4 / 60, Percentage.withPercentage(25)));
    }

    @Test
    void values_areEvenlySpreadOverTheirRanges() {
        List<Map<String, Object>> records = records(Samples.FIELDS, new Shape(0, 7, 8));
        assertThat(mean(records, "age")).isCloseTo(500, within(5.0));
        assertThat(mean(records, "height")).isCloseTo(50, within(0.5));
        assertThat(numbers(records, "age")).contains(0.0, 1000.0).allMatch(age -> age >= 0 && age <= 1000);
        assertThat(count(values(records, "member"), value -> value.equals(true) ? 1 : 0)
                        .values())
                .allSatisfy(count -> assertThat(count).isCloseTo(RECORDS / 4, CLOSE));
        Map<Integer, Integer> lengths =
                count(values(records, "name"), value -> value.toString().length());
        assertThat(lengths.keySet()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(lengths.values()).allSatisfy(count -> assertThat(count).isCloseTo(RECORDS / 16, CLOSE));
    }

    @Test
    void letters_areEquallyFrequentInEveryPlace() {
        List<String> texts = records(fields("a"), new Shape(0, 1, 40)).stream()
                .flatMap(tree -> tree.values().stream())
                .map(Object::toString)
                .toList();
        for (int place : new int[] {0, 7, 8, 15, 16}) {
            Map<Integer, Integer> counts = new HashMap<>();
            texts.stream()
                    .filter(text -> text.length() > place)
                    .forEach(text -> counts.merge((int) text.charAt(place), 1, Integer::sum));
            int total = counts.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(counts).as("place %d", place).hasSize(52);
            assertThat(counts.values())
                    .allSatisfy(count -> assertThat(count).isCloseTo(total / 52, Percentage.withPercentage(25)));
        }
    }

    private static List<Field> fields(String names) {
        return names.chars()
                .mapToObj(name -> new Field(Character.toString(name), FieldType.STRING))
                .toList();
    }

    private static List<Map<String, Object>> records(List<Field> fields, Shape shape) {
        var generator = new RecordGenerator(42, fields, shape);
        return IntStream.range(0, RECORDS)
                .mapToObj(index -> RecordTree.of(generator, index))
                .toList();
    }

    private static List<Object> values(List<Map<String, Object>> records, String name) {
        return records.stream()
                .filter(tree -> tree.containsKey(name))
                .map(tree -> Objects.requireNonNull(tree.get(name)))
                .toList();
    }

    private static List<Double> numbers(List<Map<String, Object>> records, String name) {
        return values(records, name).stream()
                .map(value -> ((Number) value).doubleValue())
                .toList();
    }

    private static double mean(List<Map<String, Object>> records, String name) {
        return numbers(records, name).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static <T> Map<Integer, Integer> count(List<T> things, ToIntFunction<T> property) {
        return things.stream().collect(Collectors.toMap(property::applyAsInt, thing -> 1, Integer::sum));
    }
}
