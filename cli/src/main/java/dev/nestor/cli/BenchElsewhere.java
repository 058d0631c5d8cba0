package dev.nestor.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * What this jar knows of {@code nestor bench}: that it is elsewhere. The benchmarks bring the libraries that they compare
 * with, which are kept off Nestor's own class path.
 */
@Command(
        name = "bench",
        header = "Compare Nestor with other libraries (source checkout only).",
        description = {
            "",
            "The script 'nestor' in a source checkout builds and starts the benchmarks; they are no part of this program. "
                    + "There, 'nestor bench --help' tells how to use them."
        },
        customSynopsis = "nestor bench [ARGUMENT...]")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"
}) // injected by picocli, and the arguments are for the other program
final class BenchElsewhere implements Runnable {
    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> arguments;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The script nestor in a source checkout starts it");
    }
}
