package dev.nestor.datagen;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a key file: UTF-8, a line per field, {@code name type}, see {@link FieldType}. Blank lines and lines that start
 * with {@code #} do not count, and the last line may lack its end.
 */
public final class KeyFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int lineNumber;

    private KeyFile(Path path) {
        this.path = path;
    }

    /**
     * The fields of a key file in its order, none when the file has none.
     *
     * @throws IOException when the file cannot be read, or has a bad line, whose number the message then tells
     */
    public static List<Field> read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "Is a directory");
        }
        return new KeyFile(path).readLines();
    }

    private List<Field> readLines() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lineNumber++;
                readLine(lineNumber == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
            }
        } catch (CharacterCodingException e) {
            throw new IOException(path + ": not a text file in UTF-8", e);
        }
        return List.copyOf(fields);
    }

    private void readLine(String line) throws IOException {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String[] words = text.split("\\s+", -1);
        if (words.length != 2) {
            throw bad("expected 'name type', found '" + shortened(text) + "'");
        }
        if (!names.add(words[0])) {
            throw bad("the name '" + shortened(words[0]) + "' stands on an earlier line already");
        }
        fields.add(new Field(words[0], FieldType.named(words[1])));
    }

    private IOException bad(String what) {
        return new IOException(path + ", line " + lineNumber + ": " + what);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
