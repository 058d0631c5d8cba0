package dev.nestor.document.path;

/**
 * How much one path may ask of the server. Paths come from strangers: each limit closes a way to exhaust the
 * stack, the memory or the processor with a short request. Whoever exceeds one gets a {@link PathLimitException}.
 */
public final class PathLimits {
    /** UTF-16 units of a path text: the longest member name (64 KB) fits with room for the rest. */
    public static final int LENGTH = 128 * 1024;

    /**
     * Segments, filters, parentheses and function calls on the way from the start of a path to any place in it: they
     * take room on the stack. A segment goes at least one level down, and documents are at most 128 deep.
     */
    public static final int DEPTH = 256;

    /** Steps of one evaluation: values visited, values compared, states of a regular expression tried. */
    public static final long STEPS = 10_000_000;

    /** Matches of one evaluation. */
    public static final int MATCHES = 1_000_000;

    /** Instructions of one compiled regular expression, its repetitions written out. */
    public static final int REGEXP_SIZE = 2_000;

    private PathLimits() {}
}
