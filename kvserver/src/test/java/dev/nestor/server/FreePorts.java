package dev.nestor.server;

import dev.nestor.server.cluster.ServerEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Client ports on loopback that are free together with their Raft ports. Both lie below 32,768, from where on systems give
 * ports to outgoing connections: one of these may take a server's port while that server is dead.
 */
public final class FreePorts {
    private static final int LOWEST = 10_100;
    private static final int HIGHEST = 20_000;

    private FreePorts() {}

    public static List<Integer> find(int count) {
        Random random = new Random();
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < count) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (!ports.contains(port) && isFree(port) && isFree(port + ServerEntry.RAFT_PORT_OFFSET)) {
                ports.add(port);
            }
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
