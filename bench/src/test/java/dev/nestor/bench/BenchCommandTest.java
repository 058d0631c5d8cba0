package dev.nestor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.commandline.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void badUsage_isOneLine() {
        assertThat(execute("nosuch", "thing")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("nestor bench: No benchmark has 'nosuch thing' in its name (see nestor bench --help)\n");
    }

    @Test
    void outputThatCannotBe_isNoticedBeforeTheRun(@TempDir Path directory) {
        assertThat(execute("trie", "-o", directory.resolve("none/table.md").toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("nestor bench: No such file: " + directory.resolve("none/table.md") + "\n");
    }

    @Test
    void version_isPrinted() {
        assertThat(execute("-V")).isZero();
        assertThat(out.toString()).startsWith("nestor ");
    }

    private int execute(String... arguments) {
        return Failures.execute(
                new CommandLine(new BenchCommand())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true)),
                arguments);
    }
}
