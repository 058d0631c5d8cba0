package dev.nestor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.commandline.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class NestorTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "datagen --help", "help datagen", "broker --help", "server --help"})
    void help_goesToStandardOutputInPlainLinesThatFit(String arguments) {
        assertThat(execute(arguments)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("Usage: nestor", "Options", "Exit codes", "Examples")
                .doesNotContain("\u001B", "@|", "${");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        String examples = out.toString().substring(out.toString().indexOf("Examples\n"));
        assertThat(examples.lines().skip(1)).allSatisfy(line -> assertThat(line).startsWith("  nestor "));
    }

    @Test
    void bench_isSaidToBeElsewhere() {
        assertThat(execute("help bench")).isZero();
        assertThat(out.toString()).contains("The script 'nestor' in a source checkout");
        assertThat(execute("bench trie --quick")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "nestor bench: The script nestor in a source checkout starts it (see nestor bench --help)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "datagen --version"})
    void version_isThatOfTheBuild(String arguments) {
        assertThat(execute(arguments)).isZero();
        assertThat(out.toString()).matches("nestor (\\(not packaged\\)|\\d.*)\n");
    }

    @Test
    void aCommandThatIsNamed_isAllThatIsBuilt() {
        Map<String, CommandLine> all = Nestor.commandLine().getSubcommands();
        assertThat(all).hasSize(7).containsKeys("datagen", "bench", "help");
        all.keySet().stream()
                .filter(name -> !name.equals("help"))
                .forEach(name -> assertThat(Nestor.commandLine(name, "-x").getSubcommands())
                        .containsOnlyKeys(name));
    }

    @Test
    void helpOfEveryCommand_isReachable() {
        execute("--help");
        assertThat(out.toString()).contains("  datagen  Generate a dataset of nested documents.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | nestor: Which command? (see nestor --help)",
                "xyz                   | nestor: Unmatched argument at index 0: 'xyz' (see nestor --help)",
                "datgen                | nestor: Unmatched argument at index 0: 'datgen'; did you mean datagen? (see nestor --help)",
                "datagen               | nestor datagen: Missing required option: '--keys=FILE' (see nestor datagen --help)",
                "datagen -k x --sed    | nestor datagen: Unknown option: '--sed'; did you mean --seed? (see nestor datagen --help)",
                "datagen -k x -n 0     | nestor datagen: -n 0: must be a whole number from 1 to 9223372036854775807 (see nestor datagen --help)",
                "datagen -k x -n       | nestor datagen: Missing required parameter for option '--records' (N) (see nestor datagen --help)"
            })
    void badUsage_isOneLineAndExitCode2(String arguments, String line) {
        assertThat(execute(arguments)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(line + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void failures_areOneLineAndExitCode1() throws IOException {
        Path keys = Files.writeString(directory.resolve("keys.txt"), "name\n");
        Path missing = directory.resolve("none");
        assertFailure("datagen -k " + missing, "No such file: " + missing);
        assertFailure("datagen -k " + directory, directory + ": Is a directory");
        assertFailure("datagen -k " + keys, keys + ", line 1: expected 'name type', found 'name'");
        Files.writeString(keys, "a int\nb int\nc int\nd int\ne int\n");
        assertFailure("datagen -k " + keys + " -o " + missing.resolve("x"), "No such directory: " + missing);
        assertFailure("datagen -k " + keys + " -o " + directory, directory + ": Is a directory");
    }

    private void assertFailure(String arguments, String message) {
        assertThat(execute(arguments)).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("nestor datagen: " + message + "\n");
    }

    private int execute(String arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = Arrays.stream(arguments.split(" ", -1))
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
        return Failures.execute(commandLine(words), words);
    }

    private CommandLine commandLine(String... arguments) {
        return Nestor.commandLine(arguments)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
