package dev.nestor.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a transcript of random requests about few keys, for {@link TranscriptRecorder} to fill in the replies. Always
 * the same ones.
 */
final class RandomRequests {
    private static final int SECTIONS = 40;
    private static final int REQUESTS = 60;

    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final List<String> VALUES = List.of(
            "1", "-1", "0", "10", "text", "''", "'two words'", "1.5", "9223372036854775807", "-9223372036854775808");
    private static final List<String> AMOUNTS = List.of("1", "-1", "100", "9223372036854775807", "x", "1.0");
    private static final List<String> SECONDS = List.of("100", "200", "300", "0", "-1", "x", "9223372036854775807");
    private static final List<String> SET_OPTIONS =
            List.of("NX", "XX", "GET", "KEEPTTL", "EX 100", "PX 200000", "EX 0", "EX", "FOO");
    private static final List<String> EXPIRE_OPTIONS = List.of("NX", "XX", "GT", "LT", "FOO");

    private final Random random = new Random(7);

    private RandomRequests() {}

    /**
     * Writes the file.
     *
     * @param arguments its path
     */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), new RandomRequests().text());
    }

    private String text() {
        return IntStream.rangeClosed(1, SECTIONS)
                .mapToObj(section -> "\n## Random requests, part " + section + "\n" + requests())
                .collect(Collectors.joining("", "# Requests by RandomRequests, answered by Redis 7.0.15.\n", ""));
    }

    private String requests() {
        return IntStream.range(0, REQUESTS).mapToObj(i -> request() + "\n").collect(Collectors.joining());
    }

    private String request() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> "GET " + key();
            case 3, 4, 5 -> "SET " + key() + " " + one(VALUES) + options(SET_OPTIONS);
            case 6 -> "MGET " + key() + " " + key();
            case 7 -> "MSET " + key() + " " + one(VALUES) + " " + key() + " " + one(VALUES);
            case 8 -> "GETDEL " + key();
            case 9 -> "SETNX " + key() + " " + one(VALUES);
            case 10 -> "STRLEN " + key();
            case 11 -> "INCR " + key();
            case 12 -> "DECR " + key();
            case 13 -> "INCRBY " + key() + " " + one(AMOUNTS);
            case 14 -> "APPEND " + key() + " " + one(VALUES);
            case 15 -> "DEL " + key() + " " + key();
            case 16 -> "EXISTS " + key() + " " + key();
            case 17 -> "EXPIRE " + key() + " " + one(SECONDS) + options(EXPIRE_OPTIONS);
            case 18 -> "TTL " + key();
            case 19 -> random.nextBoolean() ? "PERSIST " + key() : "DBSIZE";
            default -> throw new IllegalStateException();
        };
    }

    private String key() {
        return one(KEYS);
    }

    private String options(List<String> options) {
        return IntStream.range(0, Math.max(0, random.nextInt(5) - 2))
                .mapToObj(i -> " " + one(options))
                .collect(Collectors.joining());
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
