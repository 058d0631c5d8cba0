package dev.nestor.broker.command;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.ServerFile;
import dev.nestor.broker.load.Loader;
import dev.nestor.broker.load.Summary;
import dev.nestor.broker.repl.Inspection;
import dev.nestor.broker.repl.OutputFormat;
import dev.nestor.broker.repl.Repl;
import dev.nestor.commandline.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nestor broker}: forms a cluster of fresh servers or attaches to one, loads data into it, and takes commands. */
@Command(
        name = "broker",
        header = "Work with a cluster: form it, load data, ask.",
        description = {
            "",
            "Fresh servers become a cluster; one that is there stays as it is, and many brokers may use it at once. "
                    + "Servers keep their data when the broker leaves.",
            "",
            "On a terminal there is a prompt then: HELP lists its commands. Without one, each line of standard input is a "
                    + "command, and each answer a line of standard output.",
            "",
            "A server file has a line per server, 'host port' or 'host:port'. A data file has a line per record, "
                    + "\"key\": value, with commas or semicolons between members; or an object per line that names "
                    + "its key (NDJSON); or it is one large object of documents.",
            ""
        },
        optionListHeading = "@|bold Options|@%n",
        exitCodeListHeading = "%n@|bold Exit codes|@%n",
        exitCodeList = {
            "0:All went well.",
            "1:The cluster can't be used, a file can't be read, some records were rejected, or a command failed.",
            "2:An argument cannot be used."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  nestor broker -s samples/serverFile.txt -i dataToIndex.txt -k 2",
            "  nestor broker -s samples/serverFile.txt -i users.ndjson --key-field id",
            "  nestor broker -s samples/serverFile.txt -c 'GET person1' -c COUNT -o json"
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class BrokerCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = {"-s", "--servers"},
            order = 1,
            paramLabel = "FILE",
            required = true,
            description = "Server file: where the servers listen.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path serverFile;

    @Option(
            names = {"-i", "--input"},
            order = 2,
            paramLabel = "FILE",
            description = "Data file to load, - for standard input.")
    private @Nullable Path dataFile;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Shape shape;

    @Option(
            names = "--key-field",
            order = 5,
            paramLabel = "NAME",
            defaultValue = Loader.USUAL_KEY_FIELD,
            description = "The member that names the key of an NDJSON record (default: ${DEFAULT-VALUE}). "
                    + "_key does not become part of the document.")
    private String keyField = Loader.USUAL_KEY_FIELD;

    @Option(
            names = "--skip-bad",
            order = 6,
            description = "Say nothing of records that can't be stored, and count them as no failure.")
    private boolean skipBad;

    @Option(
            names = {"-c", "--command"},
            order = 7,
            paramLabel = "COMMAND",
            description = "Carry out this command and leave; may be repeated.")
    private @Nullable List<String> commands;

    @Option(
            names = {"-o", "--output"},
            order = 8,
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = {
                "How answers look (default: ${DEFAULT-VALUE}):",
                "  text    person1.zip : 263",
                "  json    a JSON text in a line for each command",
                "  table   paths and values, or records as rows",
                "  raw     values alone, strings without quotes"
            })
    void setFormat(String name) {
        format = OutputFormat.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "-o " + name + ": must be text, json, table or raw"));
    }

    private OutputFormat format = OutputFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    /** Carries it out; the answer is the exit code. */
    @Override
    public Integer call() throws IOException {
        ClusterSettings settings = shape.settings();
        try (Cluster cluster = Cluster.connect(ServerFile.read(serverFile), settings)) {
            greet(cluster);
            boolean loaded = load(cluster);
            boolean done = converse(new Repl(cluster, new FileLoading(cluster), format, List.of()));
            return loaded && done ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** Says what is not as somebody may think who names these servers. */
    private void greet(Cluster cluster) {
        PrintWriter err = spec.commandLine().getErr();
        if (cluster.wasCreated()) {
            err.println("Formed a cluster: " + Inspection.of(cluster).summary() + ".");
            err.flush();
        }
        Strangers.tell(cluster, serverFile, err);
    }

    /** Returns whether everything was stored that had to be. */
    private boolean load(Cluster cluster) throws IOException {
        if (dataFile == null) {
            return true;
        }
        PrintWriter err = spec.commandLine().getErr();
        Loader loader = new Loader(cluster, keyField, skipBad, err);
        Summary summary =
                isStandardInput(dataFile) ? loader.load(System.in, "standard input", 0) : loader.load(dataFile);
        err.println(summary.text());
        return summary.rejects() == 0 || skipBad;
    }

    private static boolean isStandardInput(Path file) {
        return file.toString().equals(STANDARD_INPUT);
    }

    /** Takes commands from wherever they come. Returns whether none failed. */
    private boolean converse(Repl repl) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (commands != null) {
            return repl.commands(commands, out, err);
        }
        if (dataFile != null && isStandardInput(dataFile)) {
            return true;
        }
        return repl.converse("HELP lists the commands, QUIT leaves.", out, err);
    }
}
