package dev.nestor.bench.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Redis's own load generator, one thread of C.
 *
 * @param clients connections
 * @param pipeline requests that each sends before it reads the replies
 * @param requests how many in all
 * @param command what to send; {@code __rand_int__} in it becomes a random number below {@link #KEYS}
 */
record RedisBenchmark(int clients, int pipeline, int requests, List<String> command) {
    static final int KEYS = 100_000;

    /** Counted from the end, as the command, which comes first, may hold anything. */
    private static final int RATE_COLUMN = 7;

    private static final int MEDIAN_COLUMN = 4;

    /** Runs it to its end. */
    Load run(int port) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("redis-benchmark", "--csv"));
        line.addAll(option("-p", port));
        line.addAll(option("-c", clients));
        line.addAll(option("-P", pipeline));
        line.addAll(option("-n", requests));
        line.addAll(option("-r", KEYS));
        line.addAll(command);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || printed.contains("ERR ") || printed.contains("Error")) {
            throw new IOException(String.join(" ", line) + ": " + printed);
        }
        return parse(printed);
    }

    private static List<String> option(String name, int value) {
        return List.of(name, Integer.toString(value));
    }

    /** The last line holds the figures, each in quotation marks, behind the command. */
    static Load parse(String printed) throws IOException {
        String last = printed.lines().reduce("", (before, line) -> line);
        String[] columns = last.substring(1, last.length() - 1).split("\",\"", -1);
        if (columns.length <= RATE_COLUMN) {
            throw new IOException("redis-benchmark printed no figures: " + printed);
        }
        return new Load(
                Double.parseDouble(columns[columns.length - RATE_COLUMN]),
                Double.parseDouble(columns[columns.length - MEDIAN_COLUMN]));
    }
}
