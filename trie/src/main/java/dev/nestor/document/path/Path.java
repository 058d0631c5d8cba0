package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.document.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path into a document, read once and then followed in any number of documents. Two paths are equal when they
 * lead to the same places in the same way, however they were written.
 *
 * <p>A path of names and indexes alone is <em>definite</em>: it leads to one value at most, and {@link #find} follows
 * it without any work besides looking up the children.
 */
public final class Path {
    /** The path to the whole document. */
    public static final Path ROOT = new Path("", Notation.DOTTED, List.of());

    private final String text;
    private final Notation notation;
    private final Steps steps;

    Path(String text, Notation notation, List<Segment> segments) {
        this.text = text;
        this.notation = notation;
        this.steps = new Steps(segments);
    }

    /**
     * Reads a path in dotted notation; the empty text is the whole document.
     *
     * @throws PathSyntaxException when the text is not such a path
     * @throws PathLimitException when it exceeds {@link PathLimits}
     */
    public static Path dotted(String text) {
        return new Path(text, Notation.DOTTED, new DottedParser(text).path());
    }

    /**
     * Reads a path as RedisJSON takes it: {@code $} alone or before a dot, a bracket or a blank makes it JSONPath,
     * all else is a legacy path. ({@code $a} is the legacy path to a member of that name.)
     *
     * @throws PathSyntaxException when the text is not such a path
     * @throws PathLimitException when it exceeds {@link PathLimits}
     */
    public static Path parse(String text) {
        return isJsonPath(text)
                ? new Path(text, Notation.JSONPATH, JsonPathParser.path(text))
                : new Path(text, Notation.LEGACY, new LegacyParser(text).path());
    }

    /** Like {@link #parse(String)} with the text in UTF-8; malformed UTF-8 is a {@link PathSyntaxException}. */
    public static Path parse(byte[] utf8) {
        if (utf8.length > 4 * PathLimits.LENGTH) {
            throw new PathLimitException("a path may have " + PathLimits.LENGTH + " characters, this one has more");
        }
        ByteBuffer unread = ByteBuffer.wrap(utf8);
        try {
            return parse(UTF_8.newDecoder().decode(unread).toString());
        } catch (CharacterCodingException e) {
            int readable = new String(utf8, 0, unread.position(), UTF_8).length();
            PathSyntaxException refusal = new PathSyntaxException(new String(utf8, UTF_8), readable, "text in UTF-8");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static boolean isJsonPath(String text) {
        return text.startsWith("$") && (text.length() == 1 || ".[ \t\n\r".indexOf(text.charAt(1)) >= 0);
    }

    /** The notation that the path was written in. */
    public Notation notation() {
        return notation;
    }

    /** Whether this is the path to the whole document. */
    public boolean isRoot() {
        return steps.segments().isEmpty();
    }

    /** Whether the path is of names and indexes alone, so that it leads to one value at most. */
    public boolean isDefinite() {
        return steps.isDefinite();
    }

    /**
     * The value that the path leads to, the first one if there are several, or null if there is none.
     *
     * @throws PathLimitException when the search takes more than {@link PathLimits#STEPS}
     */
    public @Nullable Value find(Value root) {
        if (steps.isDefinite()) {
            return steps.find(root);
        }
        Match first = new Evaluation(root).first(steps.segments());
        return first == null ? null : first.value();
    }

    /**
     * All that the path leads to, in the order that RFC 9535 gives the nodelist; a value that is reached in two ways
     * is listed twice.
     *
     * @throws PathLimitException when the search exceeds {@link PathLimits#STEPS} or {@link PathLimits#MATCHES}
     */
    public List<Match> matches(Value root) {
        return new Evaluation(root).all(steps.segments());
    }

    /**
     * The path in canonical dotted notation, which {@link #dotted} reads back.
     *
     * @throws IllegalStateException when the path is not definite
     */
    public String toDotted() {
        StringBuilder dotted = new StringBuilder();
        for (Selector.Single single : steps.singles()) {
            switch (single) {
                case Selector.Name name -> DottedWriter.member(dotted, name.text());
                case Selector.Index(long index) -> DottedWriter.element(dotted, index);
            }
        }
        return dotted.toString();
    }

    /**
     * The path in RedisJSON's legacy notation, which {@link #parse(String)} reads back.
     *
     * @throws IllegalStateException when the path is not definite
     */
    public String toLegacy() {
        StringBuilder legacy = new StringBuilder(isRoot() ? "." : "");
        for (Selector.Single single : steps.singles()) {
            switch (single) {
                case Selector.Name name -> {
                    legacy.append('[');
                    Quoting.append(legacy, name.text(), '"');
                    legacy.append(']');
                }
                case Selector.Index(long index) -> DottedWriter.element(legacy, index);
            }
        }
        return legacy.toString();
    }

    List<Segment> segments() {
        return steps.segments();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Path path && steps.equals(path.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
