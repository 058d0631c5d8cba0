package dev.nestor.document;

/**
 * Sorts the members of an object by name and finds duplicates. A merge sort, so that no choice of names
 * makes it slow; short runs are sorted by insertion.
 */
final class MemberTable {
    private static final int RUN = 8;

    private int[] scratch = new int[0];

    /**
     * Sorts {@code members[first, first + count)}, each the distance of a packed name from {@code base}.
     * Up to {@value Tag#MOST_INLINE_CHILDREN} members are left as they are: no table is made of them.
     *
     * @throws DuplicateNameException if two names are equal
     */
    void sort(byte[] bytes, int base, int[] members, int first, int count) {
        if (count <= Tag.MOST_INLINE_CHILDREN) {
            checkDistinct(bytes, base, members, first, count);
            return;
        }
        for (int run = 0; run < count; run += RUN) {
            insertionSort(bytes, base, members, first + run, first + Math.min(run + RUN, count));
        }
        if (scratch.length < count) {
            scratch = new int[members.length];
        }
        for (int run = RUN; run < count; run *= 2) {
            for (int low = 0; low + run < count; low += 2 * run) {
                merge(bytes, base, members, first + low, first + low + run, first + Math.min(low + 2 * run, count));
            }
        }
    }

    private static void checkDistinct(byte[] bytes, int base, int[] members, int first, int count) {
        for (int i = first + 1; i < first + count; i++) {
            for (int j = first; j < i; j++) {
                if (bytes[base + members[i]] == bytes[base + members[j]]) { // the low bits of the lengths
                    compare(bytes, base + members[i], base + members[j]);
                }
            }
        }
    }

    private static void insertionSort(byte[] bytes, int base, int[] members, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int member = members[i];
            int slot = i;
            while (slot > from && compare(bytes, base + member, base + members[slot - 1]) < 0) {
                members[slot] = members[slot - 1];
                slot--;
            }
            members[slot] = member;
        }
    }

    private void merge(byte[] bytes, int base, int[] members, int from, int middle, int to) {
        int leftCount = middle - from;
        System.arraycopy(members, from, scratch, 0, leftCount);
        int left = 0;
        int right = middle;
        int slot = from;
        while (left < leftCount && right < to) {
            boolean takeLeft = compare(bytes, base + scratch[left], base + members[right]) < 0;
            members[slot++] = takeLeft ? scratch[left++] : members[right++];
        }
        System.arraycopy(scratch, left, members, slot, leftCount - left);
    }

    /** Any sort compares each name with its neighbour in the order, so equal names always meet here. */
    private static int compare(byte[] bytes, int left, int right) {
        int order = Name.compare(bytes, left, right);
        if (order == 0) {
            throw new DuplicateNameException(Wtf8.decode(bytes, Name.start(bytes, left), Name.end(bytes, left)));
        }
        return order;
    }
}
