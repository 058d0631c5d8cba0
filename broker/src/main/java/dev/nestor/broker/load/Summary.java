package dev.nestor.broker.load;

import dev.nestor.commandline.Counted;
import java.util.Locale;

/**
 * What a load did.
 *
 * @param stored how many records the cluster has acknowledged
 * @param rejects how many there were that could not be stored
 * @param bytes how much was read
 */
public record Summary(long stored, long rejects, long bytes, double seconds) {
    /** In words for people. */
    public String text() {
        return Counted.of(stored, "record")
                + (rejects == 0 ? "" : ", " + Counted.of(rejects, "reject"))
                + String.format(
                        Locale.ROOT,
                        ", %,.1f MB, loaded in %.2f s (%,.0f records/s)",
                        bytes / 1e6,
                        seconds,
                        stored / Math.max(seconds, 1e-9));
    }
}
