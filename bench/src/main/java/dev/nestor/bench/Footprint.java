package dev.nestor.bench;

import java.util.List;

/** A measurement in bytes rather than in time: how much room does Nestor take, and how much do its peers? */
public interface Footprint {
    /** The name to filter by. */
    String name();

    /** Measures. Everything that is compared is built and thrown away within the call. A quick measurement leaves variants out. */
    List<Comparison> measure(boolean quick);
}
