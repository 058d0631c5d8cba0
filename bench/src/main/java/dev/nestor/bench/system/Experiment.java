package dev.nestor.bench.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One question to whole systems. It starts what it needs, and ends it. */
interface Experiment {
    /** The name to choose it by. */
    String name();

    /** The programs that must be installed. */
    List<String> programs();

    /** Asks. */
    void run(Setting setting, Findings findings) throws IOException, InterruptedException;

    /**
     * Where and how long.
     *
     * @param folder an empty one for the data of all systems
     * @param turns how often each system is measured; the median counts
     * @param turn how long a turn lasts
     */
    record Setting(Path folder, int turns, Duration turn) {
        /** The same in another folder. */
        Setting in(Path other) {
            return new Setting(other, turns, turn);
        }
    }
}
