package dev.nestor.drill;

import dev.nestor.commandline.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nestor demo}: a cluster to play with, gone when the player is. */
@Command(
        name = "demo",
        header = "Start a cluster on this machine and play with it.",
        description = {
            "",
            "Starts servers in a temporary folder, loads generated records and opens the prompt. There, KILL 2, START 2, "
                    + "PAUSE 2 and RESUME 2 act on the servers. All of it ends and goes with the prompt.",
            ""
        },
        optionListHeading = "@|bold Options|@%n",
        exitCodeListHeading = "%n@|bold Exit codes|@%n",
        exitCodeList = {"0:Done.", "1:It failed; standard error says why.", "2:An argument cannot be used."},
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {
    private static final int MOST_SERVERS = 20;
    private static final int USUAL_COPIES = 3;

    @Option(
            names = "--servers",
            paramLabel = "N",
            defaultValue = "5",
            description = "Servers to start, 1 to " + MOST_SERVERS + " (default: ${DEFAULT-VALUE}).")
    private int servers;

    @Option(
            names = {"-k", "--copies"},
            paramLabel = "N",
            description = "Servers that hold each key (default: 3, or all if there are fewer).")
    private @Nullable Integer copies;

    @Option(
            names = {"-n", "--records"},
            paramLabel = "N",
            defaultValue = "1000",
            description = "Records to load (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(names = "--keep", description = "Leave the folder with data and logs where it is.")
    private boolean keep;

    @Option(
            names = "--check",
            description =
                    "No prompt: get, query, put, update and delete, kill a server, read all back, start it, read all "
                            + "back, and say whether everything was right.")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        require("--servers", servers, 1, MOST_SERVERS);
        int held = copies == null ? Math.min(USUAL_COPIES, servers) : copies;
        require("-k", held, 1, servers);
        require("-n", records, 1, Long.MAX_VALUE);
        try (Demo demo = Demo.prepare(
                new Demo.Wish(servers, held, records, keep),
                spec.commandLine().getOut(),
                spec.commandLine().getErr())) {
            return check ? demo.check() : demo.play();
        }
    }

    private void require(String option, long number, long least, long most) {
        if (number < least || number > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " " + number + ": must be a whole number from " + least + " to " + most);
        }
    }
}
