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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a key file: UTF-8, a line per field, {@code name type}, see {@link FieldType}. Blank lines and lines that start
 * with {@code #} do not count, and the last line may lack its end.
 */
public final class KeyFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final Consumer<String> notes;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int lineNumber;
    private int unknownTypes;
    private String firstUnknownType = "";

    private KeyFile(Path path, Consumer<String> notes) {
        this.path = path;
        this.notes = notes;
    }

    /**
     * The fields of a key file in its order, none when the file has none.
     *
     * @throws IOException when the file cannot be read, or has a bad line, whose number the message then tells
     */
    public static List<Field> read(Path path) throws IOException {
        return read(path, note -> {});
    }

    /**
     * The same.
     *
     * @param notes hears of what is allowed and perhaps a slip of the pen, in a sentence that names the file
     */
    static List<Field> read(Path path, Consumer<String> notes) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "Is a directory");
        }
        return new KeyFile(path, notes).readLines();
    }

    private List<Field> readLines() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            for (String line = nextLine(reader); line != null; line = nextLine(reader)) {
                lineNumber++;
                readLine(lineNumber == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
            }
        }
        noteUnknownTypes();
        return List.copyOf(fields);
    }

    private @Nullable String nextLine(BufferedReader reader) throws IOException {
        try {
            return reader.readLine();
        } catch (CharacterCodingException e) {
            throw new IOException(path + ": not a text file in UTF-8", e);
        } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
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
        fields.add(new Field(words[0], FieldType.named(words[1]).orElseGet(() -> unknownType(words[1]))));
    }

    private FieldType unknownType(String word) {
        if (unknownTypes == 0) {
            firstUnknownType = place() + "no type is called '" + shortened(word) + "', so it makes a boolean";
        }
        unknownTypes++;
        return FieldType.BOOLEAN;
    }

    private void noteUnknownTypes() {
        if (unknownTypes > 0) {
            int more = unknownTypes - 1;
            notes.accept(firstUnknownType
                    + (more == 0
                            ? "."
                            : more == 1 ? ", and so does one more line." : ", and so do " + more + " more lines."));
        }
    }

    private IOException bad(String what) {
        return new IOException(place() + what);
    }

    private String place() {
        return path + ", line " + lineNumber + ": ";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
