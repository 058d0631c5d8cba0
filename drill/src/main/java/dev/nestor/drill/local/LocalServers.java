package dev.nestor.drill.local;

import dev.nestor.broker.ServerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers on this machine, numbered from 1. Whoever starts them closes them; {@link #close} may be called at any moment
 * and from any thread, also while they are being started.
 */
public final class LocalServers implements AutoCloseable {
    private final List<LocalServer> servers;

    private LocalServers(List<LocalServer> servers) {
        this.servers = servers;
    }

    /** Servers on free ports that keep everything in folders below this one. None of them runs yet. */
    public static LocalServers in(Path folder, int count, Launch launch) throws IOException {
        List<LocalServer> servers = new ArrayList<>();
        for (int port : FreePorts.find(count)) {
            servers.add(new LocalServer(servers.size() + 1, new ServerAddress("127.0.0.1", port), folder, launch));
        }
        return new LocalServers(List.copyOf(servers));
    }

    /** Starts all of them at a time and waits until all of them answer. */
    public void start() throws IOException {
        for (LocalServer server : servers) {
            server.launch();
        }
        for (LocalServer server : servers) {
            server.awaitServing();
        }
    }

    public List<LocalServer> all() {
        return servers;
    }

    public List<ServerAddress> addresses() {
        return servers.stream().map(LocalServer::address).toList();
    }

    /** Ends them in an orderly way, so that what they hold can be used again. */
    public void stop() throws IOException {
        end(LocalServer::stop, LocalServer::close);
    }

    /** Kills them. */
    @Override
    public void close() throws IOException {
        end(LocalServer::close);
    }

    private interface Ending {
        void of(LocalServer server) throws IOException;
    }

    /** Does each of these to all servers, whichever fails, and throws what failed first. */
    private void end(Ending... endings) throws IOException {
        IOException failure = null;
        for (Ending ending : endings) {
            for (LocalServer server : servers) {
                try {
                    ending.of(server);
                } catch (IOException e) {
                    failure = first(failure, e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static IOException first(@Nullable IOException earlier, IOException later) {
        if (earlier == null) {
            return later;
        }
        earlier.addSuppressed(later);
        return earlier;
    }
}
