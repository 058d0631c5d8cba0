package dev.nestor.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
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

/**
 * Runs the JMH classes of this module and pairs their figures. A class asks one question: its method {@code nestor} is
 * compared with every other method, parameter set by parameter set.
 */
final class Suite {
    private static final String OURS = "nestor";

    private final boolean quick;
    private final PrintStream progress;

    Suite(boolean quick, PrintStream progress) {
        this.quick = quick;
        this.progress = progress;
    }

    /** The benchmark classes whose simple name contains the filter, whatever its case, in alphabetical order. */
    List<String> classes(String filter) {
        Pattern wanted = Pattern.compile(Pattern.quote(filter), Pattern.CASE_INSENSITIVE);
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
                .stream()
                .map(entry -> entry.getUserClassQName())
                .filter(name -> wanted.matcher(simpleName(name)).find())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    List<Comparison> run(String className) throws RunnerException {
        progress.printf("%s ...%n", question(className));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(className) + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (quick) {
            options.forks(1).warmupIterations(2).measurementIterations(3);
            options.warmupTime(TimeValue.milliseconds(200)).measurementTime(TimeValue.milliseconds(200));
        }
        return compare(className, new Runner(options.build()).run());
    }

    private static List<Comparison> compare(String className, Collection<RunResult> results) {
        Map<String, RunResult> ours = new LinkedHashMap<>();
        results.stream()
                .filter(result -> method(result).equals(OURS))
                .forEach(result -> ours.put(parameters(result), result));
        List<Comparison> comparisons = new ArrayList<>();
        for (RunResult result : results) {
            RunResult nestor = ours.get(parameters(result));
            if (nestor != null && !method(result).equals(OURS)) {
                comparisons.add(comparison(className, nestor, result));
            }
        }
        return comparisons;
    }

    private static Comparison comparison(String className, RunResult nestor, RunResult peer) {
        return new Comparison(
                question(className) + parameters(peer),
                method(peer),
                peer.getPrimaryResult().getScoreUnit(),
                nestor.getPrimaryResult().getScore(),
                peer.getPrimaryResult().getScore(),
                target(className, method(peer)));
    }

    private static OptionalDouble target(String className, String method) {
        try {
            AtLeast target = Class.forName(className).getMethod(method).getAnnotation(AtLeast.class);
            return target == null ? OptionalDouble.empty() : OptionalDouble.of(target.value());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + "." + method + " is not a public method without arguments", e);
        }
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .map(key -> ", " + result.getParams().getParam(key))
                .collect(Collectors.joining());
    }

    /** {@code dev.nestor.bench.trie.TrieGet} asks about "trie get". */
    static String question(String className) {
        return simpleName(className).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
