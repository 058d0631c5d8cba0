package dev.nestor.bench;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * One figure of JMH: what was asked, and who was measured. Either the method is named after who is measured, or the
 * parameter {@code peer} tells.
 *
 * @param question what all that are compared have done alike
 * @param contender who did it
 */
record Measurement(String question, String contender, RunResult result) {
    private static final String PEER = "peer";
    private static final String NESTOR = "nestor";

    static Measurement of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        String className = benchmark.substring(0, benchmark.lastIndexOf('.'));
        String peer = result.getParams().getParam(PEER);
        return peer == null
                ? new Measurement(question(className) + parameters(result), method, result)
                : new Measurement(area(className) + " " + words(method) + parameters(result), peer, result);
    }

    boolean isNestor() {
        return contender.equalsIgnoreCase(NESTOR);
    }

    String peer() {
        return words(contender).replace('_', ' ');
    }

    double score() {
        return result.getPrimaryResult().getScore();
    }

    String unit() {
        return result.getPrimaryResult().getScoreUnit();
    }

    OptionalDouble target() {
        return Arrays.stream(method().getAnnotationsByType(AtLeast.class))
                .filter(target -> target.than().length == 0
                        || Arrays.asList(target.than()).contains(contender))
                .mapToDouble(AtLeast::value)
                .findFirst();
    }

    private Method method() {
        String benchmark = result.getParams().getBenchmark();
        int dot = benchmark.lastIndexOf('.');
        try {
            Class<?> type = Class.forName(benchmark.substring(0, dot));
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(benchmark.substring(dot + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(benchmark + " is not public"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(benchmark + " was run but is not there", e);
        }
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .filter(key -> !key.equals(PEER))
                .map(key -> ", "
                        + result.getParams()
                                .getParam(key)
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '))
                .collect(Collectors.joining());
    }

    /** {@code dev.nestor.bench.document.PathQueryBenchmark} asks about "document path query". */
    static String question(String className) {
        String name = className.substring(className.lastIndexOf('.') + 1);
        return area(className) + " " + words(name.replaceFirst("Benchmark$", ""));
    }

    /** The last part of the package. */
    private static String area(String className) {
        String packageName = className.substring(0, className.lastIndexOf('.'));
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static String words(String identifier) {
        return identifier.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
