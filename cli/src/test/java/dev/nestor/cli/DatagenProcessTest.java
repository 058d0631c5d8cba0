package dev.nestor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatagenProcessTest {
    private static final int ROOMY = 256;
    private static final String FOR_EVER = "1000000000000";

    @TempDir
    private Path directory;

    @TempDir
    private Path outputs;

    private Path keys;
    private Path err;

    @BeforeEach
    void writeKeyFile() throws IOException {
        keys = Files.writeString(
                directory.resolve("keys.txt"), "name string\nage int\nheight float\na string\nb int\n");
        err = directory.resolve("err.txt");
    }

    @Test
    void dash_isStandardOutputWithNothingButRecords() throws Exception {
        Path file = outputs.resolve("data.txt");
        try (NestorProcess toFile = datagen(ROOMY, file.toString(), "5000")) {
            assertThat(toFile.exitCode()).isZero();
        }
        try (NestorProcess toOutput = datagen(ROOMY, "-", "5000")) {
            assertThat(toOutput.output()).isEqualTo(Files.readString(file));
            assertThat(toOutput.exitCode()).isZero();
            assertThat(toOutput.err()).matches("5,000 records, .* written to standard output in .*\n");
        }
    }

    @Test
    void readerThatHasEnough_endsItQuietly() throws Exception {
        try (NestorProcess nestor = datagen(ROOMY, "-", FOR_EVER)) {
            assertThat(nestor.process().inputReader().readLine()).startsWith("\"person0\": {");
            nestor.process().getInputStream().close();
            assertThat(nestor.exitCode()).isZero();
            assertThat(nestor.err()).isEmpty();
        }
    }

    @Test
    void fullDisk_isOneLine() throws Exception {
        try (NestorProcess nestor = datagen(ROOMY, "/dev/full", "1000")) {
            assertThat(nestor.exitCode()).isEqualTo(1);
            assertThat(nestor.err()).isEqualTo("nestor datagen: /dev/full: No space left on device\n");
        }
    }

    @Test
    void processToldToEnd_leavesTheOlderFileAndNothingElse() throws Exception {
        Path file = Files.writeString(outputs.resolve("data.txt"), "old");
        try (WatchService changes = FileSystems.getDefault().newWatchService()) {
            outputs.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            try (NestorProcess nestor = datagen(ROOMY, file.toString(), FOR_EVER)) {
                assertThat(changes.poll(60, TimeUnit.SECONDS))
                        .as("an unfinished file")
                        .isNotNull();
                nestor.process().destroy();
                assertThat(nestor.exitCode()).isEqualTo(143);
                assertThat(nestor.err()).isEmpty();
            }
        }
        assertThat(outputs).isDirectoryContaining("glob:**data.txt");
        assertThat(file).hasContent("old");
        try (var files = Files.list(outputs)) {
            assertThat(files).hasSize(1);
        }
    }

    /** 200 MB of records through a heap of 16 MB. */
    @Test
    void memory_doesNotGrowWithTheNumberOfRecords() throws Exception {
        try (NestorProcess nestor = datagen(16, "/dev/null", "2000000")) {
            assertThat(nestor.exitCode()).as(nestor.err()).isZero();
            assertThat(nestor.err()).startsWith("2,000,000 records, ");
        }
    }

    @Test
    void heapThatIsTooSmall_isOneLine() throws Exception {
        try (NestorProcess nestor = NestorProcess.start(
                12, err, "datagen", "-k", keys.toString(), "-l", "1000000", "-d", "127", "-o", "/dev/null")) {
            assertThat(nestor.exitCode()).isEqualTo(1);
            assertThat(nestor.err()).matches("nestor( datagen)?: Not enough memory: .*\n");
        }
    }

    private NestorProcess datagen(int heapMegabytes, String output, String records) throws IOException {
        return NestorProcess.start(heapMegabytes, err, "datagen", "-k", keys.toString(), "-n", records, "-o", output);
    }
}
