package dev.nestor.bench.system;

import dev.nestor.drill.local.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Redis of its own, without snapshots. */
final class RedisServer implements AutoCloseable {
    /** When a write is on disk. */
    enum Durability {
        /** Never. */
        NONE,
        /** Before it is acknowledged. */
        ALWAYS
    }

    private final int port;
    private final Program program;

    private RedisServer(int port, Program program) {
        this.port = port;
        this.program = program;
    }

    static RedisServer start(Path folder, Durability durability) throws IOException {
        int port = FreePorts.find(1).getFirst();
        Path home = Files.createDirectories(folder.resolve("redis-" + durability));
        List<String> command = new ArrayList<>(
                List.of("redis-server", "--port", Integer.toString(port), "--save", "", "--appendonly"));
        command.addAll(
                switch (durability) {
                    case NONE -> List.of("no");
                    case ALWAYS -> List.of("yes", "--appendfsync", "always");
                });
        Program program = Program.start(home, "redis", command);
        program.awaitPort(port);
        return new RedisServer(port, program);
    }

    int port() {
        return port;
    }

    long pid() {
        return program.pid();
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
