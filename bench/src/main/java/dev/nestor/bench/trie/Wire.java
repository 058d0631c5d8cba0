package dev.nestor.bench.trie;

import java.util.SplittableRandom;

/** Keys in random order, one behind the other as requests stand in a receive buffer. */
final class Wire {
    final byte[] buffer;
    private final int[] ends;

    private Wire(byte[] buffer, int[] ends) {
        this.buffer = buffer;
        this.ends = ends;
    }

    /** The keys {@code from} to {@code from + count - 1} of a family, shuffled. */
    static Wire shuffled(KeyFamily family, int from, int count, long seed) {
        int[] order = shuffle(from, count, seed);
        int[] ends = new int[count];
        byte[] buffer = new byte[count * 48];
        int end = 0;
        for (int i = 0; i < count; i++) {
            byte[] key = family.bytes(order[i]);
            System.arraycopy(key, 0, buffer, end, key.length);
            end += key.length;
            ends[i] = end;
        }
        return new Wire(buffer, ends);
    }

    int count() {
        return ends.length;
    }

    int offset(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int length(int index) {
        return ends[index] - offset(index);
    }

    private static int[] shuffle(int from, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = from + i;
        }
        return order;
    }
}
