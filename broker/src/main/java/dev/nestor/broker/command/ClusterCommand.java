package dev.nestor.broker.command;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.ServerFile;
import dev.nestor.broker.repl.Inspection;
import dev.nestor.broker.repl.Loading;
import dev.nestor.broker.repl.OutputFormat;
import dev.nestor.broker.repl.Repl;
import dev.nestor.commandline.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nestor cluster}: looks after a cluster. */
@Command(
        name = "cluster",
        header = "See how a cluster is, or form one.",
        description = "",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n@|bold Commands|@%n",
        optionListHeading = "@|bold Options|@%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ClusterCommand implements Runnable {
    private static final Loading NO_FILES = (file, report) -> {
        throw new IOException("There is no loading here");
    };

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(
            name = "status",
            header = "Tell how servers and partitions are, and what that means for the keys.",
            description = {
                "",
                "Lag is by how many writes a server is behind the newest replica of one of its partitions.",
                ""
            },
            optionListHeading = "@|bold Options|@%n",
            exitCodeListHeading = "%n@|bold Exit codes|@%n",
            sortOptions = false,
            exitCodeList = {"0:All is well.", "1:Something is wrong.", "2:An argument cannot be used."},
            mixinStandardHelpOptions = true)
    int status(
            @Option(
                            names = {"-s", "--servers"},
                            paramLabel = "FILE",
                            required = true,
                            description = "Server file: where the servers listen.")
                    Path serverFile,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FORMAT",
                            defaultValue = "table",
                            description = "table or json (default: ${DEFAULT-VALUE}).")
                    String format)
            throws IOException {
        OutputFormat chosen = OutputFormat.named(format)
                .filter(named -> named == OutputFormat.TABLE || named == OutputFormat.JSON)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec.subcommands().get("status")),
                        "-o " + format + ": must be table or json"));
        try (Cluster cluster = Cluster.attach(ServerFile.read(serverFile), ClusterSettings.DEFAULT)) {
            Repl repl = new Repl(cluster, NO_FILES, chosen, List.of());
            Inspection inspection = Inspection.of(cluster);
            repl.show(
                    inspection, spec.commandLine().getOut(), spec.commandLine().getErr());
            boolean strangers =
                    Strangers.tell(cluster, serverFile, spec.commandLine().getErr());
            return inspection.isWell() && !strangers ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "create",
            header = "Form a cluster of fresh servers.",
            description = {"", "One that is there already as asked for stays as it is.", ""},
            optionListHeading = "@|bold Options|@%n",
            exitCodeListHeading = "%n@|bold Exit codes|@%n",
            exitCodeList = {
                "0:The cluster is there as asked for.",
                "1:It can't be formed, or another one is there; standard error says why.",
                "2:An argument cannot be used."
            },
            sortOptions = false,
            mixinStandardHelpOptions = true)
    int create(
            @Option(
                            names = {"-s", "--servers"},
                            paramLabel = "FILE",
                            required = true,
                            description = "Server file: where the servers listen.")
                    Path serverFile,
            @Mixin Shape shape)
            throws IOException {
        ClusterSettings settings = shape.settings();
        try (Cluster cluster = Cluster.connect(ServerFile.read(serverFile), settings)) {
            spec.commandLine()
                    .getOut()
                    .println((cluster.wasCreated() ? "Created: " : "It is there: ")
                            + Inspection.of(cluster).summary());
            return Strangers.tell(cluster, serverFile, spec.commandLine().getErr()) ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }
}
