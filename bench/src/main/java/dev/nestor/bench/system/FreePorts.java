package dev.nestor.bench.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports on loopback that are free together with those 10000 above, which Nestor's servers use among themselves. */
final class FreePorts {
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 20_000;
    private static final int PEER_OFFSET = 10_000;

    private FreePorts() {}

    static List<Integer> find(int count) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .filter(port -> isFree(port) && isFree(port + PEER_OFFSET))
                .distinct()
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
