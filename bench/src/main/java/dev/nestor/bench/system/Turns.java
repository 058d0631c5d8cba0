package dev.nestor.bench.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures two systems in turns, so that what the machine does besides falls on both. */
final class Turns {
    /** One turn of one system. */
    @FunctionalInterface
    interface Turn {
        Load run() throws IOException, InterruptedException;
    }

    /** The medians of both. */
    record Pair(Load nestor, Load peer) {}

    private Turns() {}

    static Pair take(int count, Turn nestor, Turn peer) throws IOException, InterruptedException {
        List<Load> ours = new ArrayList<>();
        List<Load> theirs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ours.add(nestor.run());
            theirs.add(peer.run());
        }
        return new Pair(Load.median(ours), Load.median(theirs));
    }
}
