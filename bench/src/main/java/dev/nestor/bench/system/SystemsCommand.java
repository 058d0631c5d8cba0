package dev.nestor.bench.system;

import dev.nestor.bench.Machine;
import dev.nestor.bench.Report;
import dev.nestor.drill.local.Scratch;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nestor bench systems}: runs the experiments with whole systems and prints tables. */
@Command(
        name = "systems",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Compare whole systems.",
        description = {
            "Starts servers of Nestor, Redis and etcd on free ports of this machine, with fresh folders, loads them in turns,",
            "and ends them. Needs the Debian packages redis-server, redis-tools and etcd-server."
        },
        footer = {
            "",
            "Examples:",
            "  nestor bench systems                  everything: some fifteen minutes",
            "  nestor bench systems one              Nestor beside Redis",
            "  nestor bench systems \"three servers, 3\" --turns 1"
        })
public final class SystemsCommand implements Callable<Integer> {
    private static final List<Experiment> EXPERIMENTS = List.of(
            new OneServer(),
            new ThreeServers(1, Transport.GRPC),
            new ThreeServers(1, Transport.NETTY),
            new ThreeServers(3, Transport.GRPC),
            new ThreeServers(3, Transport.NETTY),
            new ThreeServers(6, Transport.GRPC),
            new ThreeServers(6, Transport.NETTY),
            new Failover(),
            new MillionRecords());

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Run only what has this in its name, such as one, netty or failover. Without it: all.")
    private String filter = "";

    @Option(names = "--list", description = "Only name the experiments.")
    private boolean list;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each system is measured; the median counts (default: ${DEFAULT-VALUE}).")
    private int turns;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "4",
            description = "How long a turn lasts (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "-o", paramLabel = "FILE", description = "Write the tables to this file as well.")
    private @Nullable Path output;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (turns < 1 || seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--turns and --seconds must be at least 1");
        }
        List<Experiment> wanted = EXPERIMENTS.stream()
                .filter(experiment ->
                        experiment.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)))
                .toList();
        if (wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No experiment has '" + filter + "' in its name");
        }
        if (list) {
            wanted.forEach(experiment -> System.out.println(experiment.name()));
            return 0;
        }
        wanted.stream().flatMap(experiment -> experiment.programs().stream()).forEach(this::checkInstalled);
        report(measure(wanted));
        return 0;
    }

    private void checkInstalled(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            throw new ParameterException(
                    spec.commandLine(),
                    program + " is not installed: apt-get install redis-server redis-tools etcd-server");
        }
    }

    private Findings measure(List<Experiment> wanted) throws IOException, InterruptedException {
        Findings findings = new Findings();
        for (Experiment experiment : wanted) {
            System.err.println(experiment.name() + " ...");
            Scratch scratch = Scratch.create("nestor-bench");
            try {
                experiment.run(new Experiment.Setting(scratch.folder(), turns, Duration.ofSeconds(seconds)), findings);
            } finally {
                scratch.delete();
            }
        }
        return findings;
    }

    private void report(Findings findings) throws IOException {
        String tables = new Report(
                        Machine.current(),
                        LocalDate.now(ZoneOffset.UTC),
                        false,
                        findings.comparisons(),
                        findings.facts())
                .toMarkdown();
        System.out.print(tables);
        if (output != null) {
            Files.writeString(output, tables);
        }
    }
}
