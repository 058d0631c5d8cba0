package dev.nestor.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH classes of this module and pairs Nestor's figures with those of its peers. */
final class Suite {
    private static final TimeValue SHORT = TimeValue.milliseconds(150);

    private final boolean quick;
    private final PrintStream progress;

    Suite(boolean quick, PrintStream progress) {
        this.quick = quick;
        this.progress = progress;
    }

    /** The benchmark classes that have the filter in their name, in alphabetical order. */
    List<String> classes(String filter) {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
                .stream()
                .map(entry -> entry.getUserClassQName())
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(filter))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    List<Comparison> run(String className) throws RunnerException {
        progress.printf("%s ...%n", Measurement.question(className));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(className) + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (quick) {
            options.forks(1).warmupIterations(2).warmupTime(SHORT);
            options.measurementIterations(3).measurementTime(SHORT);
            options.param("keys", "DECIMAL").param("document", "SMALL").param("command", "GET");
        }
        return compare(new Runner(options.build()).run());
    }

    private static List<Comparison> compare(Collection<RunResult> results) {
        List<Measurement> measurements = results.stream().map(Measurement::of).toList();
        Map<String, Measurement> ours = measurements.stream()
                .filter(Measurement::isNestor)
                .collect(Collectors.toMap(Measurement::question, Function.identity()));
        List<Comparison> comparisons = new ArrayList<>();
        for (Measurement peer : measurements) {
            Measurement nestor = ours.get(peer.question());
            if (nestor != null && !peer.isNestor()) {
                comparisons.add(new Comparison(
                        peer.question(), peer.peer(), peer.unit(), nestor.score(), peer.score(), peer.target()));
            }
        }
        return comparisons;
    }
}
