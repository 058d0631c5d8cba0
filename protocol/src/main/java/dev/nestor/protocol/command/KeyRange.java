package dev.nestor.protocol.command;

/**
 * Where the keys of a request stand, in Redis's terms. To go through them:
 *
 * <pre>
 *   for (int i = keys.first(); i <= keys.last(request.size()); i += keys.step())
 * </pre>
 *
 * @param first the index of the first key, 0 when there is none
 * @param last the index of the last; negative from the end, where -1 is the last word
 * @param step how many words lie from one key to the next
 */
public record KeyRange(int first, int last, int step) {
    /** No keys; its loop runs for no index, as 0 is the name. */
    public static final KeyRange NONE = new KeyRange(0, 0, 0);

    public boolean isEmpty() {
        return step == 0;
    }

    /** The index of the last key of a request of that many words; -1 when there are no keys. */
    public int last(int words) {
        if (isEmpty()) {
            return -1;
        }
        return last < 0 ? words + last : last;
    }
}
