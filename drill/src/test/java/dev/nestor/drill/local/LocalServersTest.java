package dev.nestor.drill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.nestor.drill.local.LocalServer.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are paused, and then die or have to end. */
@Timeout(120)
class LocalServersTest {
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void pausedAgainAfterItDied_endsWhenItsOwnerIsKilled() throws Exception {
        Process owner = startOwner();
        try (BufferedReader said = owner.inputReader()) {
            ProcessHandle server = handle(Long.parseLong(said.readLine()));
            owner.destroyForcibly();
            awaitEnd(server);
        }
    }

    @Test
    void stop_oneDiedWhilePaused_stopsTheOthers() throws Exception {
        LocalServers servers = launch(folder, 2);
        servers.all().getFirst().pause();
        killFromOutside(servers.all().getFirst());
        servers.stop();
        assertThat(servers.all()).extracting(LocalServer::state).containsOnly(State.ENDED);
    }

    @Test
    void stop_interrupted_endsThemAllAndTellsEveryFailure() throws Exception {
        Throwable failure = assertEndsThemAllWhenInterrupted(launch(folder, 3), LocalServers::stop);
        assertThat(failure).isInstanceOf(IOException.class);
        assertThat(failure.getSuppressed()).isNotEmpty();
    }

    /** Nothing is said of failures: what is gone at once needs no wait. */
    @Test
    void close_interrupted_endsThemAll() throws Exception {
        assertEndsThemAllWhenInterrupted(launch(folder, 3), LocalServers::close);
    }

    private interface Ending {
        void of(LocalServers servers) throws IOException;
    }

    /** Whatever it waits for then fails. Returns what it throws. */
    private Throwable assertEndsThemAllWhenInterrupted(LocalServers servers, Ending ending) throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        for (LocalServer server : servers.all()) {
            server.pause();
            processes.add(handle(server.pid()));
        }
        Thread.currentThread().interrupt();
        Throwable failure = catchThrowable(() -> ending.of(servers));
        assertThat(Thread.interrupted()).isTrue();
        for (ProcessHandle process : processes) {
            awaitEnd(process);
        }
        return failure;
    }

    private Process startOwner() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = System.getProperty("java.class.path");
        Process owner = new ProcessBuilder(java.toString(), "-cp", classes, Owner.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(owner.toHandle());
        return owner;
    }

    private ProcessHandle handle(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        started.add(process);
        return process;
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static LocalServers launch(Path folder, int count) throws IOException {
        LocalServers servers = LocalServers.in(folder, count, Launch.SMALL);
        for (LocalServer server : servers.all()) {
            server.launch();
        }
        return servers;
    }

    private static void killFromOutside(LocalServer server) {
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> server.state() == State.ENDED);
    }

    /** Has a server that died while it was paused, and is paused again. Says its process id, and waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] args) throws Exception {
            LocalServer server = launch(Path.of(args[0]), 1).all().getFirst();
            server.pause();
            killFromOutside(server);
            server.launch();
            server.pause();
            System.out.println(server.pid());
            System.in.transferTo(System.out);
        }
    }
}
