package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    private Path directory;

    @Test
    void everyTypeIsRead_andAnyOtherWordIsABoolean() throws IOException {
        assertThat(read("name string\nage int\nheight float\nmember boolean\nodd String"))
                .containsExactly(
                        new Field("name", FieldType.STRING),
                        new Field("age", FieldType.INT),
                        new Field("height", FieldType.FLOAT),
                        new Field("member", FieldType.BOOLEAN),
                        new Field("odd", FieldType.BOOLEAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a int\nb float",
                "a int\nb float\n",
                "\n\n  a   int  \n\t\n\tb\tfloat\n\n",
                "# fields\na int\n  # more\nb float",
                "a int\r\nb float\r\n",
                "\uFEFFa int\nb float"
            })
    void blanksCommentsAndLineEnds_doNotCount(String text) throws IOException {
        assertThat(read(text)).containsExactly(new Field("a", FieldType.INT), new Field("b", FieldType.FLOAT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a strnig, b int              | 1 | .",
                "a int, b Int, c String       | 2 | , and so does one more line.",
                "a int, b Int, c bit, d x     | 2 | , and so do 2 more lines."
            })
    void wordsThatAreNoType_areNotedOnceForAll(String fields, int line, String end) throws IOException {
        Path file = Files.writeString(directory.resolve("keys.txt"), fields.replace(", ", "\n"));
        String word = fields.split(", ", -1)[line - 1].substring(2);
        List<String> notes = new ArrayList<>();
        KeyFile.read(file, notes::add);
        assertThat(notes)
                .containsExactly(
                        file + ", line " + line + ": no type is called '" + word + "', so it makes a boolean" + end);
    }

    @Test
    void wordsThatAreTypes_areNotNoted() throws IOException {
        Path file = Files.writeString(
                directory.resolve("keys.txt"), "a string\nb int\nc float\nd boolean\ne bool\n# x y\n");
        KeyFile.read(file, note -> fail(note));
    }

    @Test
    void fileThatCannotBeReadOn_isNamed() {
        Path memory = Path.of("/proc/self/mem");
        assumeThat(memory).exists();
        assertThatThrownBy(() -> KeyFile.read(memory)).hasMessage("/proc/self/mem: Input/output error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "# nothing\n"})
    void noLines_givesNoFields(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oneword            | 3 | expected 'name type', found 'oneword'",
                "name of type       | 3 | expected 'name type', found 'name of type'",
                "a int # comment    | 3 | expected 'name type', found 'a int # comment'",
                "first float        | 3 | the name 'first' stands on an earlier line already"
            })
    void badLine_isNamedWithFileAndNumber(String line, int number, String problem) {
        assertThatThrownBy(() -> read("first int\n\n" + line + "\nlast int"))
                .isInstanceOf(IOException.class)
                .hasMessage(directory.resolve("keys.txt") + ", line " + number + ": " + problem);
    }

    @Test
    void longBadLine_isShortened() {
        assertThatThrownBy(() -> read("x".repeat(100_000))).hasMessageEndingWith("xxx…'");
    }

    @Test
    void fileThatIsNoText_isRefused() throws IOException {
        Path file = Files.write(directory.resolve("latin.txt"), "straße string".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessage(file + ": not a text file in UTF-8");
    }

    @Test
    void missingFileOrDirectory_isRefused() {
        assertThatThrownBy(() -> KeyFile.read(directory.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> KeyFile.read(directory)).hasMessage(directory + ": Is a directory");
    }

    private List<Field> read(String text) throws IOException {
        return KeyFile.read(Files.writeString(directory.resolve("keys.txt"), text));
    }
}
