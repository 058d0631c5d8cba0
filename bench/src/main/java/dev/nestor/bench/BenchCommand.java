package dev.nestor.bench;

import dev.nestor.bench.document.PackedSizes;
import dev.nestor.bench.system.SystemsCommand;
import dev.nestor.bench.trie.HeapPerRecord;
import dev.nestor.commandline.Failures;
import dev.nestor.commandline.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nestor bench}: runs the benchmarks and prints one table of ratios. */
@Command(
        name = "nestor bench",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = SystemsCommand.class,
        description = "Compares Nestor's trie and documents with other libraries and prints a table of ratios.",
        footer = {
            "",
            "Examples:",
            "  nestor bench --quick          about two minutes",
            "  nestor bench trie -o table.md"
        })
public final class BenchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Run only what has this in its name, such as trie, trie get or document. Without it: all.")
    private List<String> filter = List.of();

    @Option(names = "--quick", description = "Fewer and shorter runs: about two minutes in all, and noisier.")
    private boolean quick;

    @Option(names = "--list", description = "Only name the benchmarks.")
    private boolean list;

    @Option(names = "-o", paramLabel = "FILE", description = "Write the table to this file as well.")
    private @Nullable Path output;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(Failures.execute(new CommandLine(new BenchCommand()), args));
    }

    @Override
    public Integer call() throws RunnerException, IOException {
        Suite suite = new Suite(quick, System.err);
        List<String> classes = suite.classes(wanted());
        List<Footprint> footprints = footprints();
        if (classes.isEmpty() && footprints.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No benchmark has '" + wanted() + "' in its name");
        }
        if (list) {
            footprints.forEach(footprint -> System.out.println(footprint.name()));
            classes.forEach(name -> System.out.println(Measurement.question(name)));
            return 0;
        }
        checkOutput();
        report(suite, classes, footprints);
        return 0;
    }

    /** Before a run of many minutes rather than after it. */
    private void checkOutput() throws IOException {
        if (output == null) {
            return;
        }
        if (output.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "-o '': must be the name of a file");
        }
        Files.newOutputStream(output, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
    }

    private void report(Suite suite, List<String> classes, List<Footprint> footprints)
            throws RunnerException, IOException {
        List<Comparison> comparisons = new ArrayList<>();
        footprints.forEach(footprint -> comparisons.addAll(footprint.measure(quick)));
        for (String name : classes) {
            comparisons.addAll(suite.run(name));
        }
        String table = new Report(Machine.current(), LocalDate.now(ZoneOffset.UTC), quick, comparisons, List.of())
                .toMarkdown();
        System.out.print(table);
        if (output != null) {
            Files.writeString(output, table);
        }
    }

    private String wanted() {
        return String.join(" ", filter).toLowerCase(Locale.ROOT);
    }

    private List<Footprint> footprints() {
        return Stream.of(new HeapPerRecord(), new PackedSizes())
                .filter(footprint -> footprint.name().contains(wanted()))
                .toList();
    }
}
