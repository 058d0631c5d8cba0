package dev.nestor.broker;

import java.time.Duration;

/**
 * What is asked of a cluster.
 *
 * @param copies on how many servers each key is to live; {@link #ANY} takes what is there, and three, or as many as
 *     there are servers, for a new cluster
 * @param partitions into how many parts the keys are to be cut; {@link #ANY} takes what is there
 * @param deadline how long an operation may take, with all its repetitions
 * @param electionPatience how long a partition may be without a leader before reads are answered by another replica
 */
public record ClusterSettings(int copies, int partitions, Duration deadline, Duration electionPatience) {
    /** Whatever is there. */
    public static final int ANY = 0;

    public static final ClusterSettings DEFAULT =
            new ClusterSettings(ANY, ANY, Duration.ofSeconds(15), Duration.ofSeconds(3));

    public ClusterSettings {
        if (copies < 0 || partitions < 0) {
            throw new IllegalArgumentException("copies and partitions are at least 1");
        }
        if (!deadline.isPositive() || electionPatience.isNegative()) {
            throw new IllegalArgumentException("a deadline lies ahead");
        }
    }

    /** How long a server may take for a sign of life before others are asked instead. */
    Duration turn() {
        return electionPatience.dividedBy(4);
    }

    public ClusterSettings withCopies(int number) {
        return new ClusterSettings(number, partitions, deadline, electionPatience);
    }

    public ClusterSettings withPartitions(int number) {
        return new ClusterSettings(copies, number, deadline, electionPatience);
    }

    public ClusterSettings withDeadline(Duration time) {
        return new ClusterSettings(copies, partitions, time, electionPatience);
    }
}
