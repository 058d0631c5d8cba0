package dev.nestor.bench;

import dev.nestor.bench.document.PackedSizes;
import dev.nestor.bench.trie.HeapPerRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        sortOptions = false,
        description = "Compares Nestor's trie and documents with other libraries and prints a table of ratios.",
        footer = {"", "Examples:", "  nestor bench --quick          about a minute", "  nestor bench trie -o table.md"})
public final class BenchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "",
            description = "Run only what has this in its name, such as trie, get or document. Without it: all.")
    private String filter = "";

    @Option(names = "--quick", description = "Fewer and shorter runs: about a minute in all, and noisier.")
    private boolean quick;

    @Option(names = "--list", description = "Only name the benchmarks.")
    private boolean list;

    @Option(names = "-o", paramLabel = "FILE", description = "Write the table to this file as well.")
    private @Nullable Path output;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }

    @Override
    public Integer call() throws RunnerException, IOException {
        Suite suite = new Suite(quick, System.err);
        List<String> classes = suite.classes(wanted());
        List<Footprint> footprints = footprints();
        if (classes.isEmpty() && footprints.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No benchmark has '" + filter + "' in its name");
        }
        if (list) {
            footprints.forEach(footprint -> System.out.println(footprint.name()));
            classes.forEach(name -> System.out.println(Measurement.question(name)));
            return 0;
        }
        report(suite, classes, footprints);
        return 0;
    }

    private void report(Suite suite, List<String> classes, List<Footprint> footprints)
            throws RunnerException, IOException {
        List<Comparison> comparisons = new ArrayList<>();
        footprints.forEach(footprint -> comparisons.addAll(footprint.measure(quick)));
        for (String name : classes) {
            comparisons.addAll(suite.run(name));
        }
        String table = new Report(Machine.current(), LocalDate.now(ZoneOffset.UTC), quick, comparisons).toMarkdown();
        System.out.print(table);
        if (output != null) {
            Files.writeString(output, table);
        }
    }

    private String wanted() {
        return filter.toLowerCase(Locale.ROOT);
    }

    private List<Footprint> footprints() {
        return Stream.of(new HeapPerRecord(), new PackedSizes())
                .filter(footprint -> footprint.name().contains(wanted()))
                .toList();
    }
}
