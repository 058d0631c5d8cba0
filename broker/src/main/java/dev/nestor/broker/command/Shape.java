package dev.nestor.broker.command;

import dev.nestor.broker.ClusterSettings;
import dev.nestor.protocol.Slot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that may form a cluster: how it is to be cut and copied. */
final class Shape {
    @Option(
            names = {"-k", "--copies"},
            order = 3,
            paramLabel = "N",
            description = "On how many servers each key lives (default: as it is; 3 for a new cluster, or all if there "
                    + "are fewer).")
    private @Nullable Integer copies;

    @Option(
            names = "--partitions",
            order = 4,
            paramLabel = "N",
            description = "Into how many parts the keys are cut, 1 to " + Slot.MOST_PARTITIONS
                    + " (default: as it is; as fits for a new cluster).")
    private @Nullable Integer partitions;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec command;

    /** What is asked of the cluster. How many copies there can be depends on its servers, which know. */
    ClusterSettings settings() {
        if (copies != null && copies < 1) {
            throw refusal("-k " + copies + ": must be a whole number from 1");
        }
        if (partitions != null && (partitions < 1 || partitions > Slot.MOST_PARTITIONS)) {
            throw refusal("--partitions " + partitions + ": must be a whole number from 1 to " + Slot.MOST_PARTITIONS);
        }
        return ClusterSettings.DEFAULT.withCopies(orAny(copies)).withPartitions(orAny(partitions));
    }

    private static int orAny(@Nullable Integer number) {
        return number == null ? ClusterSettings.ANY : number;
    }

    private ParameterException refusal(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
