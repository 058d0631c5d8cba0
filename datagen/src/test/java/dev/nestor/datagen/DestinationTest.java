package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    @TempDir
    private Path directory;

    @Test
    void committedFile_isThereAloneAndWhole() throws IOException {
        Path file = directory.resolve("data.txt");
        try (Destination destination = Destination.open(file.toString())) {
            write(destination, "new");
            assertThat(file).doesNotExist();
            destination.commit();
        }
        assertThat(file).hasContent("new");
        assertThat(directory).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void fileNotCommitted_leavesTheOlderOneAndNothingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("data.txt"), "old");
        try (Destination destination = Destination.open(file.toString())) {
            write(destination, "new");
            assertThat(directory).isDirectoryContaining("glob:**unfinished");
        }
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void link_staysAndItsFileIsReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("data.txt"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        try (Destination destination = Destination.open(link.toString())) {
            write(destination, "new");
            destination.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void device_isWrittenToAsItIs() throws IOException {
        try (Destination destination = Destination.open("/dev/null")) {
            write(destination, "gone");
            destination.commit();
        }
        assertThat(Files.isRegularFile(Path.of("/dev/null")))
                .as("/dev/null was replaced by a file")
                .isFalse();
    }

    @Test
    void placeWhereNoFileCanBe_isRefused() {
        Path missing = directory.resolve("none");
        assertThatThrownBy(() -> Destination.open(missing.resolve("data.txt").toString()))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage(missing.toString());
        assertThatThrownBy(() -> Destination.open(directory.toString())).hasMessage(directory + ": Is a directory");
    }

    private static void write(Destination destination, String text) throws IOException {
        destination.stream().write(text.getBytes(US_ASCII));
    }
}
