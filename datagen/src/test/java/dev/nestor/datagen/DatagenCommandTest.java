package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DatagenCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();
    private Path keys;
    private Path output;

    @BeforeEach
    void writeKeyFile() throws IOException {
        keys = Files.writeString(
                directory.resolve("keys.txt"), "name string\nage int\nheight float\nzip int\nalive boolean\n");
        output = directory.resolve("data.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n|0|must be a whole number from 1 to 9223372036854775807",
                "-n|-3|must be a whole number from 1 to 9223372036854775807",
                "-n|ten|must be a whole number from 1 to 9223372036854775807",
                "-n|1.5|must be a whole number from 1 to 9223372036854775807",
                "-n|99999999999999999999|must be a whole number from 1 to 9223372036854775807",
                "-d|-1|must be a whole number from 0 to 127",
                "-d|128|must be a whole number from 0 to 127",
                "-d|x|must be a whole number from 0 to 127",
                "-l|0|must be a whole number from 1 to 1000000",
                "-l|1000001|must be a whole number from 1 to 1000000",
                "-m|-1|must be a whole number from 0 to 20",
                "-m|21|must be a whole number from 0 to 20",
                "-m|4294967297|must be a whole number from 0 to 20",
                "--seed|x|must be a whole number of at most 64 bits",
                "--format|xml|must be json, semicolon or ndjson"
            })
    void badArgument_isNamedWithItsValueAndWhatIsAllowed(String option, String value, String allowed) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(option + " " + value + ": " + allowed);
        assertThat(output).doesNotExist();
    }

    @Test
    void emptyFileName_isRefused() {
        assertThat(execute("-k", "")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("-k '': must be the name of a file");
        assertThat(execute("-k", keys.toString(), "-o", "")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("-o '': must be the name of a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-n 1",
                "-d 0",
                "-d 127",
                "-l 1",
                "-l 1000000 -n 1",
                "-m 0",
                "-m 3",
                "--seed -9223372036854775808",
                "--format NDJSON"
            })
    void argumentAtItsBound_isAccepted(String arguments) {
        assertThat(run(arguments.split(" ", -1))).as(err.toString()).isZero();
        assertThat(output).exists();
    }

    @Test
    void keyFileMissingFromTheArguments_isBadUsage() {
        assertThat(execute("-n", "5")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("Missing required option: '--keys=FILE'");
    }

    @Test
    void everyArgument_hasItsEffect() throws IOException {
        run("-n", "50", "-d", "2", "-m", "2", "-l", "6", "--seed", "7", "--format", "ndjson");
        var generator = new RecordGenerator(7, KeyFile.read(keys), new Shape(2, 2, 6));
        var expected = new RecordEncoder(generator, RecordFormat.NDJSON);
        for (int index = 0; index < 50; index++) {
            expected.line(index);
        }
        try (var bytes = new ByteArrayOutputStream()) {
            expected.writeTo(bytes);
            assertThat(output).hasContent(bytes.toString(UTF_8));
        }
    }

    @Test
    void defaults_areAThousandRecordsOfSeed42() throws IOException {
        run();
        byte[] byDefault = Files.readAllBytes(output);
        run("-n", "1000", "-d", "3", "-l", "4", "-m", "5", "--seed", "42", "--format", "json");
        assertThat(byDefault).isEqualTo(Files.readAllBytes(output));
    }

    /** The beginning of the default dataset. It must not change, or datasets made before could not be made again. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "semicolon", "ndjson"})
    void seed42_givesTheSameRecordsForEver(String format) throws Exception {
        execute("-k", resource("keyFile.txt").toString(), "-n", "20", "--format", format, "-o", output.toString());
        assertThat(output).hasSameTextualContentAs(resource("golden-" + format + ".txt"));
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(DatagenCommandTest.class.getResource(name), name)
                .toURI());
    }

    @Test
    void summary_isTheOnlyOutputOfAGoodRun() {
        assertThat(run("-m", "3", "-n", "2500")).isZero();
        assertThat(err.toString()).matches("2,500 records, [0-9.]+ MB, written to \\S+ in [0-9.]+ s \\(.*\\)\n");
    }

    @Test
    void moreKeysThanNames_isNotedOnce() {
        assertThat(run("-m", "20")).isZero();
        assertThat(err.toString()).startsWith("-m 20: the key file has 5 names, so no level gets more keys.\n");
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void wordThatIsNoType_isNotedAndMakesABoolean() throws IOException {
        Files.writeString(keys, "name strnig\nage int\n");
        assertThat(run("-m", "2")).isZero();
        assertThat(err.toString())
                .startsWith(keys + ", line 1: no type is called 'strnig', so it makes a boolean.\n1,000 records, ");
    }

    @Test
    void oneOfAThing_isSingular() throws IOException {
        Files.writeString(keys, "age int\n");
        assertThat(run("-n", "1")).isZero();
        assertThat(err.toString())
                .contains("-m 5: the key file has 1 name, so no level gets more keys.\n", "\n1 record, ");
    }

    @Test
    void emptyKeyFile_isAnErrorUnlessNoKeysAreWanted() throws IOException {
        Files.writeString(keys, "# none\n");
        assertThat(run("-m", "1")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(keys + ": there are no fields in it, which is enough for -m 0 only");
        assertThat(run("-m", "0", "-n", "2")).isZero();
        assertThat(output).hasContent("\"person0\": {}\n\"person1\": {}\n");
    }

    @Test
    void badLineInTheKeyFile_failsAndKeepsTheOlderOutput() throws IOException {
        Files.writeString(output, "old");
        Files.writeString(keys, "name string\nage\n");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(keys + ", line 2: expected 'name type', found 'age'");
        assertThat(output).hasContent("old");
    }

    @Test
    void outputOverTheKeyFile_isRefused() throws IOException {
        String before = Files.readString(keys);
        Path link = Files.createSymbolicLink(directory.resolve("link"), keys);
        for (Path path : List.of(keys, link, directory.resolve(".").resolve("keys.txt"))) {
            assertThat(execute("-k", keys.toString(), "-o", path.toString())).isEqualTo(2);
            assertThat(err.toString()).isEqualTo("-o " + path + ": is the key file, which would be lost");
        }
        assertThat(keys).hasContent(before);
    }

    @Test
    void fieldNamedLikeTheKeyMember_isRefusedInNdjsonOnly() throws IOException {
        Files.writeString(keys, "_key string\n");
        assertThat(run("-m", "1", "--format", "ndjson")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("--format ndjson: needs the name _key for itself, which is a field in the key file");
        assertThat(run("-m", "1", "--format", "json")).isZero();
    }

    @Test
    void fullDisk_isNamed() {
        assertThat(execute("-k", keys.toString(), "-o", "/dev/full")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("/dev/full: No space left on device");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-k", keys.toString(), "-o", output.toString()));
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    /** Exceptions become their message alone, as the words of the whole line are the root command's. */
    private int execute(String... arguments) {
        err.getBuffer().setLength(0);
        return new CommandLine(new DatagenCommand())
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, args) -> {
                    err.append(e.getMessage());
                    return 2;
                })
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.append(e.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}
