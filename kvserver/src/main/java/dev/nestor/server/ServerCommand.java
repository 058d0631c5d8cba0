package dev.nestor.server;

import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nestor server}: runs a server until SIGTERM, Ctrl-C or SHUTDOWN. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Run a server.",
        description = {
            "",
            "Starts empty and waits to be made a member of a cluster, with NESTOR.CREATE, by a broker or by 'nestor cluster "
                    + "create'. Started again with the same folder, it goes on with what it held.",
            ""
        },
        optionListHeading = "@|bold Options|@%n",
        exitCodeListHeading = "%n@|bold Exit codes|@%n",
        exitCodeList = {
            "0:It was told to end.",
            "1:It can't start or go on; standard error says why.",
            "2:An argument cannot be used."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  nestor server -p 9000",
            "  nestor server -a 0.0.0.0 -p 7000 -d /var/lib/nestor",
            "  nestor cluster create -s samples/serverFile.txt"
        })
public final class ServerCommand implements Callable<Integer> {
    @Option(
            names = {"-a", "--address"},
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "9000",
            description = "Port for clients (default: ${DEFAULT-VALUE}); the one for other servers is 10000 above.")
    private int port;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FOLDER",
            description = "Where everything is kept (default: data/PORT).")
    private @Nullable Path folder;

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "How servers replicate: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Transport transport = Transport.USUAL;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    /** Runs the server; the answer is the exit code. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerSettings settings = settings();
        CompletableFuture<String> end = new CompletableFuture<>();
        NestorServer server;
        try {
            server = NestorServer.start(settings, version(), Conditions.NORMAL, new EndOfProcess(end));
        } catch (IOException e) {
            return fail(String.valueOf(e.getMessage()));
        }
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAndWait(end, closed), "signal"));
        String reason = end.join();
        try {
            if (!reason.isEmpty()) {
                return fail(reason);
            }
            server.close();
            return 0;
        } finally {
            closed.countDown();
        }
    }

    private int fail(String reason) {
        spec.commandLine().getErr().println("nestor server: " + reason);
        return 1;
    }

    private ServerSettings settings() {
        try {
            Path data = folder == null ? Path.of("data", Integer.toString(port)) : folder;
            return new ServerSettings(host, port, data, transport);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String version() {
        String version = ServerCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** What SIGTERM does: the main thread closes the server, and the process waits for it. */
    private static void endAndWait(CompletableFuture<String> end, CountDownLatch closed) {
        end.complete("");
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record EndOfProcess(CompletableFuture<String> end) implements NestorServer.ShutDown {
        @Override
        public void orderly() {
            end.complete("");
        }

        @Override
        public void failed(String reason) {
            end.complete(reason);
        }
    }
}
