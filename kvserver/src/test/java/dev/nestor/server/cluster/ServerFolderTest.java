package dev.nestor.server.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {
    @TempDir
    private Path directory;

    @Test
    void aFolderThatCannotBeMade_isSaidWithTheReason() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> ServerFolder.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage("the folder " + file + " can't be used: " + file + " is not a folder");
        Path below = file.resolve("below");
        assertThatThrownBy(() -> ServerFolder.open(below))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the folder " + below + " can't be used: ")
                .hasMessageEndingWith("ot a directory");
    }
}
