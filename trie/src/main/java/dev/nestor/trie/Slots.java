package dev.nestor.trie;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dense run of children in an array that is never longer than its heap object is anyway: lengths are odd,
 * which fills the array's 8-byte alignment, so at most the last slot is empty.
 */
final class Slots {
    private Slots() {}

    static int count(@Nullable Object[] slots) {
        int last = slots.length - 1;
        return slots[last] == null ? last : slots.length;
    }

    /** The slots with {@code child} inserted at {@code index}: the same array if it has room. */
    static @Nullable Object[] insert(@Nullable Object[] slots, int index, Object child) {
        int count = count(slots);
        @Nullable Object[] to = slots;
        if (count == slots.length) {
            to = new @Nullable Object[count + 2];
            System.arraycopy(slots, 0, to, 0, index);
        }
        System.arraycopy(slots, index, to, index + 1, count - index);
        to[index] = child;
        return to;
    }

    /** The slots without the one at {@code index}: the same array unless two would stay empty. */
    static @Nullable Object[] remove(@Nullable Object[] slots, int index) {
        int left = count(slots) - 1;
        @Nullable Object[] to = slots;
        if (left < slots.length - 1) {
            to = new @Nullable Object[left];
            System.arraycopy(slots, 0, to, 0, index);
        }
        System.arraycopy(slots, index + 1, to, index, left - index);
        Arrays.fill(to, left, to.length, null);
        return to;
    }
}
