package dev.nestor.drill.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports for clients on loopback that are free together with those for servers, 10,000 above. */
public final class FreePorts {
    private static final int LOWEST = 9100;
    private static final int HIGHEST = 22_000;
    private static final int PROCESSES = 500;
    private static final int PORTS_PER_PROCESS = 20;
    private static final int SERVER_PORT_OFFSET = 10_000;

    private FreePorts() {}

    /**
     * Some that are free at this moment. Each process looks from another port on: those of a server that was killed are
     * free, and should still be when it starts again.
     */
    public static List<Integer> find(int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        int first = LOWEST + (int) (ProcessHandle.current().pid() % PROCESSES) * PORTS_PER_PROCESS;
        for (int port = first; port < HIGHEST && ports.size() < count; port++) {
            if (isFree(port) && isFree(port + SERVER_PORT_OFFSET)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IOException("There are no " + count + " free ports from " + first + " to " + HIGHEST);
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
