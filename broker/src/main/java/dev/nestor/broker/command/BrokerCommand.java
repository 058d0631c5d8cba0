package dev.nestor.broker.command;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterSettings;
import dev.nestor.broker.ServerFile;
import dev.nestor.broker.load.Loader;
import dev.nestor.broker.load.Summary;
import dev.nestor.commandline.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nestor broker}: forms a cluster of fresh servers or attaches to one, and loads data into it. */
@Command(
        name = "broker",
        header = "Work with a cluster: form it, load data, ask.",
        description = {
            "",
            "Fresh servers become a cluster; one that is there stays as it is, and many brokers may use it at once. "
                    + "Servers keep their data when the broker leaves.",
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
            "1:The cluster can't be used, a file can't be read, or some records were rejected.",
            "2:An argument cannot be used."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  nestor broker -s samples/serverFile.txt -i dataToIndex.txt -k 2",
            "  nestor broker -s samples/serverFile.txt -i users.ndjson --key-field id",
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

    @Option(
            names = {"-k", "--copies"},
            order = 3,
            paramLabel = "N",
            description = "On how many servers each key lives (default: as it is; 3 for a new cluster).")
    private @Nullable Integer copies;

    @Option(
            names = "--partitions",
            order = 4,
            paramLabel = "N",
            description = "Into how many parts the keys are cut (default: as it is; as fits for a new cluster).")
    private @Nullable Integer partitions;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    /** Carries it out; the answer is the exit code. */
    @Override
    public Integer call() throws IOException {
        ClusterSettings settings = ClusterSettings.DEFAULT
                .withCopies(atLeastOne("-k", copies))
                .withPartitions(atLeastOne("--partitions", partitions));
        try (Cluster cluster = Cluster.connect(ServerFile.read(serverFile), settings)) {
            return load(cluster);
        }
    }

    private int load(Cluster cluster) throws IOException {
        if (dataFile == null) {
            return ExitCode.OK;
        }
        PrintWriter err = spec.commandLine().getErr();
        Loader loader = new Loader(cluster, keyField, skipBad, err);
        Summary summary = dataFile.toString().equals(STANDARD_INPUT)
                ? loader.load(System.in, "standard input", 0)
                : loader.load(dataFile);
        err.println(summary.text());
        return summary.rejects() == 0 || skipBad ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int atLeastOne(String option, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw new ParameterException(spec.commandLine(), option + " " + number + ": must be a whole number from 1");
        }
        return number == null ? ClusterSettings.ANY : number;
    }
}
