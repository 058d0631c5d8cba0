package dev.nestor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code nestor demo} at a real pseudo-terminal, which the program {@code script} of util-linux provides. */
@Timeout(180)
class DemoOnTerminalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private @Nullable Process script;
    private final List<ProcessHandle> started = new ArrayList<>();
    private int seen;

    private void start(String arguments) throws IOException {
        assumeTrue(Files.isExecutable(SCRIPT), "there is no " + SCRIPT);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String command = "stty rows 50 cols 100; exec " + java
                + " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders"
                + " -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + folder + " -Duser.home=" + folder
                + " -cp " + System.getProperty("java.class.path") + " " + Nestor.class.getName() + " " + arguments;
        script = new ProcessBuilder(SCRIPT.toString(), "-qfec", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        Thread.ofPlatform().daemon().start(this::watch);
    }

    private Process script() {
        return Objects.requireNonNull(script);
    }

    private void watch() {
        InputStream shown = script().getInputStream();
        try {
            for (int next = shown.read(); next >= 0; next = shown.read()) {
                screen.write(next);
            }
        } catch (IOException closed) {
            screen.write('\n');
        }
    }

    private String text() {
        return screen.toString(UTF_8).replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]|\u001B[=>]", "");
    }

    private void awaitText(String text) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text().substring(seen)).contains(text));
        seen = text().indexOf(text, seen) + text.length();
    }

    private void type(String keys) throws IOException {
        script().getOutputStream().write(keys.getBytes(UTF_8));
        script().getOutputStream().flush();
    }

    @AfterEach
    void end() {
        if (script != null) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            started.forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    @Test
    void aPersonPlays_killsAServer_leaves_andNothingIsLeft() throws Exception {
        start("demo --servers 3 -n 50");
        awaitText("Three things to try:");
        awaitText("nestor> ");
        List<ProcessHandle> servers = servers();
        assertThat(servers).hasSize(3);

        type("GET person1\r");
        awaitText("person1 : {");
        type("KILL 2\r");
        awaitText(": KILLED");
        type("RESUME 2\r");
        awaitText("Server 2 does not run; START 2 starts it");
        type("PUT mine {\"a\": 1}\r");
        awaitText("CREATED");
        type("GET person9\r");
        awaitText("person9 : ");
        type("GET min" + CTRL_C);
        awaitText("nestor> ");
        // It is the only one that can be started.
        type("START \t\r");
        awaitText(": STARTED");
        type("START 2\r");
        awaitText("Server 2 runs already");
        type("GET mine\r");
        awaitText("mine : {\"a\": 1}");
        type(CTRL_D);

        assertThat(script().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(text()).doesNotContain("Exception").doesNotContain("Internal error");
        assertNothingIsLeft(servers);
    }

    @Test
    void toldToEnd_nothingIsLeft() throws Exception {
        start("demo --servers 2 -k 2 -n 50");
        awaitText("nestor> ");
        List<ProcessHandle> servers = servers();
        demo().destroy();

        assertThat(script().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(text()).doesNotContain("Exception").doesNotContain("Internal error");
        assertNothingIsLeft(servers);
    }

    @Test
    void killed_itsServersEndByThemselves_evenOneThatWasPaused() throws Exception {
        start("demo --servers 2 -k 2 -n 50");
        awaitText("nestor> ");
        List<ProcessHandle> servers = servers();
        assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
        type("PAUSE 2\r");
        awaitText(": PAUSED");
        type("START 2\r");
        awaitText("Server 2 is paused; RESUME 2 lets it go on");
        assertThat(demo().destroyForcibly()).isTrue();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
        assertThat(script().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The one process that {@code script} started. */
    private ProcessHandle demo() {
        return script().children().findFirst().orElseThrow();
    }

    private List<ProcessHandle> servers() {
        List<ProcessHandle> servers = demo().children().toList();
        started.addAll(servers);
        return servers;
    }

    private void assertNothingIsLeft(List<ProcessHandle> servers) throws IOException {
        assertThat(servers).noneMatch(ProcessHandle::isAlive);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("nestor-demo-"));
        }
    }
}
