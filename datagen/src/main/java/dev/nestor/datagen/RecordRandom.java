package dev.nestor.datagen;

/**
 * The random numbers of one record, reached from the seed and the record's index without making those before it.
 *
 * <p>This is SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014). Record
 * <i>i</i> gets the generator that the <i>i</i>-th {@code split()} of {@code new java.util.SplittableRandom(seed)} would
 * return: a split takes two steps of the parent, and a step only adds a constant, so the parent's state before any split
 * is a product. Written out here because the JDK's class cannot jump.
 */
final class RecordRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long gamma;
    private long state;

    RecordRandom(long seed, long index) {
        long first = seed + (2 * index + 1) * GOLDEN_GAMMA;
        long second = first + GOLDEN_GAMMA;
        this.state = mix(first);
        this.gamma = mixGamma(second);
    }

    long nextLong() {
        state += gamma;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}. By multiplication, not exactly even: off by less than {@code bound / 2^64}. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** An odd number whose bits change often enough, from the MurmurHash3 finaliser. */
    private static long mixGamma(long z) {
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        z = (z ^ (z >>> 33)) | 1L;
        return Long.bitCount(z ^ (z >>> 1)) < 24 ? z ^ 0xAAAAAAAAAAAAAAAAL : z;
    }
}
