package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.Value;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPrinterTest {
    private static final long SEED = Long.getLong("nestor.seed", 17);

    private static String print(String json, int width) {
        return JsonPrinter.print(Value.parse(json), Paint.PLAIN, width, 0);
    }

    @Test
    void whatFits_standsInOneLine() {
        assertThat(print("{\"a\":[1,2.50,{}],\"b\":null}", 80)).isEqualTo("{\"a\": [1, 2.50, {}], \"b\": null}");
        assertThat(print("{\"a\":[1,2.50,{}],\"b\":null}", JsonPrinter.ONE_LINE))
                .isEqualTo("{\"a\": [1, 2.50, {}], \"b\": null}");
    }

    @Test
    void whatDoesNot_hasALinePerMember() {
        assertThat(print("{\"name\":\"Ada\",\"languages\":[\"English\",\"French\"],\"x\":{}}", 30))
                .isEqualTo("""
                        {
                          "name": "Ada",
                          "languages": [
                            "English",
                            "French"
                          ],
                          "x": {}
                        }""");
    }

    @Test
    void whatStandsBefore_takesRoomAsWell() {
        assertThat(JsonPrinter.print(Value.parse("[1,2,3]"), Paint.PLAIN, 20, 5))
                .isEqualTo("[1, 2, 3]");
        assertThat(JsonPrinter.print(Value.parse("[1,2,3]"), Paint.PLAIN, 20, 12))
                .isEqualTo("[\n  1,\n  2,\n  3\n]");
    }

    @Test
    void colours_wrapEachToken() {
        assertThat(JsonPrinter.print(Value.parse("{\"a\":[1,\"b\",true]}"), Paint.ANSI, 80, 0))
                .isEqualTo("{\u001B[34m\"a\"\u001B[0m: [\u001B[36m1\u001B[0m, \u001B[32m\"b\"\u001B[0m, "
                        + "\u001B[35mtrue\u001B[0m]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B[31m", "\u009B31m", "\u007F"})
    void noTextCanCommandTheTerminal(String text) {
        String printed = JsonPrinter.print(Value.of(text), Paint.PLAIN, 80, 0);

        assertThat(printed.chars()).noneMatch(Character::isISOControl);
        assertThat(Value.parse(printed)).isEqualTo(Value.of(text));
    }

    @Test
    void textBeyondAscii_staysAsItIs() {
        assertThat(print("{\"ü\":\"Ωμέγα 🙂\"}", 80)).isEqualTo("{\"ü\": \"Ωμέγα 🙂\"}");
    }

    @Test
    void randomValues_readBackTheSame_andKeepToTheWidth() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            Value value = Value.parse(randomJson(random, 4));
            int width = 30 + random.nextInt(60);
            String printed = JsonPrinter.print(value, Paint.PLAIN, width, 0);

            assertThat(Value.parse(printed)).as("seed %d", SEED).isEqualTo(value);
            assertThat(Arrays.stream(printed.split("\n")).mapToInt(String::length))
                    .as("seed %d: %s", SEED, printed)
                    .allMatch(length -> length <= width);
        }
    }

    private static String randomJson(Random random, int depth) {
        StringBuilder json = new StringBuilder();
        int kind = depth == 0 ? 2 + random.nextInt(3) : random.nextInt(5);
        switch (kind) {
            case 0 -> {
                json.append('{');
                for (int i = random.nextInt(4); i > 0; i--) {
                    json.append("\"k")
                            .append(i)
                            .append("\":")
                            .append(randomJson(random, depth - 1))
                            .append(i > 1 ? "," : "");
                }
                json.append('}');
            }
            case 1 -> {
                json.append('[');
                for (int i = random.nextInt(4); i > 0; i--) {
                    json.append(randomJson(random, depth - 1)).append(i > 1 ? "," : "");
                }
                json.append(']');
            }
            case 2 -> json.append(random.nextInt(1000));
            case 3 -> json.append("\"x").append("y".repeat(random.nextInt(6))).append('"');
            default -> json.append(random.nextBoolean());
        }
        return json.toString();
    }
}
