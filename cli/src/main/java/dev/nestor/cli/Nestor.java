package dev.nestor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.broker.command.BrokerCommand;
import dev.nestor.broker.command.ClusterCommand;
import dev.nestor.commandline.Failures;
import dev.nestor.commandline.Version;
import dev.nestor.datagen.DatagenCommand;
import dev.nestor.drill.DemoCommand;
import dev.nestor.server.ServerCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line: {@code nestor COMMAND}. */
@Command(
        name = "nestor",
        header = "A replicated store for nested JSON documents.",
        description = "",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n@|bold Commands|@%n",
        optionListHeading = "@|bold Options|@%n",
        exitCodeListHeading = "%n@|bold Exit codes|@%n",
        exitCodeList = {"0:Done.", "1:It failed; standard error says why.", "2:An argument cannot be used."},
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  nestor demo",
            "  nestor datagen -k samples/keyFile.txt -n 1000 -d 3 -l 4 -m 5",
            "  nestor broker -s samples/serverFile.txt -i dataToIndex.txt",
            "  nestor datagen --help"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Nestor implements Runnable {
    /** The commands by name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    public static void main(String[] args) {
        // Whatever the machine's language: documents are UTF-8, and scripts read what is written.
        System.exit(Failures.execute(
                commandLine(args)
                        .setOut(new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true))
                        .setErr(new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true)),
                args));
    }

    /**
     * The command line, ready to execute these arguments. When they begin with a command, it has only that one: building
     * the others would take a good part of the time until it starts.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine root = new CommandLine(new Nestor());
        @Nullable Class<?> wanted = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (wanted != null) {
            return root.addSubcommand(wanted);
        }
        COMMANDS.values().forEach(root::addSubcommand);
        return root.addSubcommand(HelpCommand.class);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("server", ServerCommand.class);
        commands.put("broker", BrokerCommand.class);
        commands.put("cluster", ClusterCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("datagen", DatagenCommand.class);
        commands.put("bench", BenchElsewhere.class);
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
