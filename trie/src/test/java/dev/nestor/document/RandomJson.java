package dev.nestor.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Random JSON texts in two spellings: as Nestor writes them, and with random blanks and escapes. All
 * odd corners are likely: empty and long names, lone surrogates, numbers of every form, tables.
 */
final class RandomJson {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "0.0",
            "2.50",
            "0.05",
            "-12.340",
            "1e400",
            "1E+2",
            "-1e-7",
            "255",
            "256",
            "65535",
            "65536",
            "-1",
            "-256",
            "-257",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "123456789012345678901234567890",
            "0.123456789012345678",
            "12345678901234567.8",
            "999999999999999999.9");

    private static final List<String> PIECES = List.of(
            "",
            "a",
            "name",
            "zip code",
            "\"",
            "\\",
            "/",
            "\n",
            "\u0000",
            "\u001f",
            "\u007f",
            "é",
            "\u0800",
            "\uffff",
            "😀",
            "\ud83d",
            "\ude00",
            "\ud7ff",
            "\ue000",
            "0123456789abcdef0123456789abcdef");

    private static final int MOST_DEPTH = 6;

    private final Random random;
    private final StringBuilder written = new StringBuilder();
    private final StringBuilder spelled = new StringBuilder();

    /** About how many more values there may be. */
    private int budget;

    RandomJson(Random random, int mostValues) {
        this.random = random;
        this.budget = mostValues;
        value(0);
    }

    /** The seed of a test: the system property {@code nestor.seed}, or a fixed one. */
    static long seed() {
        return Long.getLong("nestor.seed", 20260101);
    }

    /** The text as Nestor writes it. */
    String written() {
        return written.toString();
    }

    /** A text of the same value with random blanks and escapes. */
    String spelled() {
        return spelled.toString();
    }

    private void value(int depth) {
        blanks();
        int die = depth == 0 ? random.nextInt(4) : depth < MOST_DEPTH ? random.nextInt(10) : 2 + random.nextInt(6);
        switch (die) {
            case 0, 8 -> object(depth);
            case 1, 9 -> array(depth);
            case 2, 3, 4 -> string(randomString());
            case 5, 6 -> both(randomNumber());
            default -> both(List.of("null", "true", "false").get(random.nextInt(3)));
        }
        blanks();
    }

    private void object(int depth) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = size(depth); i > 0; i--) {
            names.add(randomName());
        }
        both("{");
        boolean any = false;
        for (String name : names) {
            both(any ? "," : "");
            any = true;
            blanks();
            string(name);
            blanks();
            both(":");
            value(depth + 1);
        }
        both("}");
    }

    private void array(int depth) {
        both("[");
        int size = size(depth);
        for (int i = 0; i < size; i++) {
            both(i > 0 ? "," : "");
            value(depth + 1);
        }
        both("]");
    }

    private int size(int depth) {
        int die = random.nextInt(40);
        int wanted = die == 0 ? 100 + random.nextInt(300) : die < 6 ? 8 + random.nextInt(20) : random.nextInt(5);
        int size = depth == 0 ? wanted + 1 : Math.min(wanted, budget);
        budget -= size;
        return size;
    }

    /** Without lone surrogates: Jackson, which says what is right, does not take them in names. */
    private String randomName() {
        String number = random.nextBoolean() ? Integer.toString(random.nextInt(1000)) : "";
        return new String(randomString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) + number;
    }

    String randomString() {
        StringBuilder string = new StringBuilder();
        for (int pieces = random.nextInt(random.nextInt(50) == 0 ? 200 : 4); pieces >= 0; pieces--) {
            string.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return string.toString();
    }

    String randomNumber() {
        return switch (random.nextInt(4)) {
            case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 2 -> random.nextInt(1000) + "." + random.nextInt(100_000);
            default -> Integer.toString(random.nextInt(300));
        };
    }

    private void both(String token) {
        written.append(token);
        spelled.append(token);
    }

    private void blanks() {
        for (int i = random.nextInt(8); i > 6; i--) {
            spelled.append(" \t\r\n".charAt(random.nextInt(4)));
        }
    }

    private void string(String string) {
        both("\"");
        string.codePoints().forEach(this::character);
        both("\"");
    }

    private void character(int codePoint) {
        written.append(escaped(codePoint));
        if (random.nextInt(4) == 0) {
            Character.toString(codePoint).chars().forEach(unit -> spelled.append("\\u%04X".formatted(unit)));
        } else {
            spelled.append(escaped(codePoint));
        }
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                codePoint < 0x20 || (codePoint >= 0xD800 && codePoint <= 0xDFFF)
                        ? "\\u%04x".formatted(codePoint)
                        : Character.toString(codePoint);
        };
    }
}
