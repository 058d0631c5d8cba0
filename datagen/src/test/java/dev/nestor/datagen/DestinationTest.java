package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        replace(link);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void linkToNothing_staysAndItsFileIsMade() throws IOException {
        Path file = directory.resolve("data.txt");
        Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("data.txt"));
        Path first = Files.createSymbolicLink(directory.resolve("first"), second);
        replace(first);
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(file).isRegularFile().hasContent("new");
    }

    @Test
    void linkToItself_isRefused() throws IOException {
        Path link = directory.resolve("link");
        Files.createSymbolicLink(link, link);
        assertThatThrownBy(() -> Destination.open(link.toString()))
                .hasMessage(link + ": Too many levels of symbolic links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
    void permissionsOfTheOlderFile_areKeptFromTheBeginning(String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve("data.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        try (Destination destination = Destination.open(file.toString());
                Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(permissions(each)).isEqualTo(permissions));
            write(destination, "new");
            destination.commit();
        }
        assertThat(permissions(file)).isEqualTo(permissions);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void nameAsLongAsCanBe_isWritten_andALongerOneRefusedAtOnce() throws IOException {
        Path longest = directory.resolve("x".repeat(255));
        replace(longest);
        assertThat(longest).hasContent("new");
        assertThatThrownBy(() -> Destination.open(longest + "x")).hasMessage(longest + "x: File name too long");
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

    private static void replace(Path file) throws IOException {
        try (Destination destination = Destination.open(file.toString())) {
            write(destination, "new");
            destination.commit();
        }
    }

    private static void write(Destination destination, String text) throws IOException {
        destination.stream().write(text.getBytes(US_ASCII));
    }
}
