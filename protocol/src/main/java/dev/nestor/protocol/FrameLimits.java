package dev.nestor.protocol;

/**
 * How large a frame may be. A header that claims more is refused before anything is allocated for it.
 *
 * @param bulkBytes the longest bulk string
 * @param inlineBytes the longest line: an inline command, a simple string, an error
 * @param elements the most elements of one array
 * @param frameBytes the most memory that one unfinished frame may hold, its arguments' overhead included
 * @param authenticated whether the peer has proven who it is; only the texts of the refusals differ
 */
public record FrameLimits(int bulkBytes, int inlineBytes, int elements, int frameBytes, boolean authenticated) {
    private static final int KB = 1 << 10;
    private static final int MB = 1 << 20;

    /**
     * What a known client may send. A frame of 64 MB holds a million short arguments, or a handful of the largest
     * documents.
     */
    public static final FrameLimits AUTHENTICATED = new FrameLimits(16 * MB, 64 * KB, MB, 64 * MB, true);

    /** What a stranger may send: enough for any HELLO or AUTH. */
    public static final FrameLimits UNAUTHENTICATED = new FrameLimits(16 * KB, 16 * KB, 10, 256 * KB, false);

    public FrameLimits {
        require(bulkBytes, inlineBytes, elements, frameBytes);
    }

    private static void require(int... limits) {
        for (int limit : limits) {
            // Below half of the int range, so that twice a length is still one.
            if (limit < 1 || limit > 1 << 30) {
                throw new IllegalArgumentException("A limit must be 1 to 2^30, not " + limit);
            }
        }
    }
}
