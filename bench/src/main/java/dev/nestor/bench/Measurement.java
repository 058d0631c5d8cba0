package dev.nestor.bench;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One figure of JMH: what was asked, and who was measured. Either the method is named after who is measured, or the
 * parameter {@code peer} tells.
 *
 * @param benchmark the method, with its class's full name before it
 * @param parameters what the benchmark was run with, by name and in order
 * @param score the figure, of which less is better
 */
record Measurement(String benchmark, Map<String, String> parameters, double score, String unit) {
    private static final String PEER = "peer";
    private static final String NESTOR = "nestor";

    /** What all that are compared have done alike. */
    String question() {
        String asked =
                parameters.containsKey(PEER) ? area(className()) + " " + words(methodName()) : question(className());
        return asked
                + parameters.entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals(PEER))
                        .map(parameter -> ", " + words(parameter.getValue()))
                        .collect(Collectors.joining());
    }

    boolean isNestor() {
        return measured().equalsIgnoreCase(NESTOR);
    }

    /** Who was measured, in words. */
    String peer() {
        return words(measured());
    }

    /** The ratio that Nestor sets out to reach against this peer. */
    OptionalDouble target() {
        return Arrays.stream(method().getAnnotationsByType(AtLeast.class))
                .filter(target -> target.than().length == 0
                        || Arrays.asList(target.than()).contains(measured()))
                .mapToDouble(AtLeast::value)
                .findFirst();
    }

    private String measured() {
        return parameters.getOrDefault(PEER, methodName());
    }

    private Method method() {
        try {
            return Arrays.stream(Class.forName(className()).getMethods())
                    .filter(method -> method.getName().equals(methodName()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(benchmark + " is not public"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(benchmark + " was run but is not there", e);
        }
    }

    private String className() {
        return benchmark.substring(0, benchmark.lastIndexOf('.'));
    }

    private String methodName() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
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

    /** {@code pathQuery}, {@code PathQuery} and {@code PATH_QUERY} are "path query". */
    private static String words(String identifier) {
        return identifier
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
