package dev.nestor.broker;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of a cluster's servers: a line per server, {@code host port} or {@code host:port}. Blank lines, and what
 * stands behind a {@code #}, do not count.
 */
public final class ServerFile {
    private ServerFile() {}

    /**
     * Reads the addresses in the order of the file; there is at least one.
     *
     * @throws IOException if the file can't be read, or with the line that is wrong or names a server again
     */
    public static List<ServerAddress> read(Path file) throws IOException {
        List<String> lines = lines(file);
        Map<ServerAddress, Integer> found = new LinkedHashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = withoutComment(lines.get(number - 1));
            if (!line.isEmpty()) {
                ServerAddress address = address(line, file, number);
                Integer before = found.putIfAbsent(address, number);
                if (before != null) {
                    throw new IOException(
                            file + ", line " + number + ": " + address + " stands in line " + before + " already");
                }
            }
        }
        if (found.isEmpty()) {
            throw new IOException(file + ": there are no servers in it");
        }
        return new ArrayList<>(found.keySet());
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": this is not a text in UTF-8", e);
        }
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private static ServerAddress address(String line, Path file, int number) throws IOException {
        try {
            String[] words = line.split("\\s+", -1);
            return switch (words.length) {
                case 1 -> ServerAddress.parse(words[0]);
                case 2 -> ServerAddress.of(words[0], words[1]);
                default -> throw new IllegalArgumentException("expected 'host port', found '" + line + "'");
            };
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
