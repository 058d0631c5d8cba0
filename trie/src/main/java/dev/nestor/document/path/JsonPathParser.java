package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSONPath as RFC 9535 defines it: {@code $.a['b'][0, -1][1:9:2].*..c[?@.d > 3]}.
 *
 * <p>One thing more is read because RedisJSON reads it: behind its first character a bare name may also hold
 * {@code - + # % ^ / : $} and the backtick, so that {@code $.foo-bar} needs no brackets. No path of the RFC changes
 * its meaning by that.
 */
final class JsonPathParser {
    private static final String REDIS_NAME_PART = "-+#%^/:$`";

    private final PathScanner scanner;
    private final FilterParser filters;

    JsonPathParser(PathScanner scanner) {
        this.scanner = scanner;
        this.filters = new FilterParser(scanner, this);
    }

    static List<Segment> path(String text) {
        PathScanner scanner = new PathScanner(text);
        scanner.expect('$');
        List<Segment> segments = new JsonPathParser(scanner).segments();
        scanner.expectEnd("'.', '[' or end of path");
        return segments;
    }

    /** The segments that come next, possibly none; blanks behind the last one are left to the caller. */
    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        int end = scanner.position();
        scanner.skipBlanks();
        while (scanner.peek() == '.' || scanner.peek() == '[') {
            segments.add(segment());
            end = scanner.position();
            scanner.skipBlanks();
        }
        scanner.backTo(end);
        return segments;
    }

    private Segment segment() {
        scanner.deepen();
        if (scanner.accept("..")) {
            return new Segment.Descendant(scanner.peek() == '[' ? bracketed() : List.of(wildcardOrName()));
        }
        return scanner.accept('.') ? new Segment.Child(wildcardOrName()) : new Segment.Child(bracketed());
    }

    private Selector wildcardOrName() {
        if (scanner.accept('*')) {
            return new Selector.Wildcard();
        }
        if (!isNameStart(scanner.peek())) {
            throw scanner.expected("'*' or a name (one with special characters goes in brackets: ['a b'])");
        }
        return new Selector.Name(scanner.takeWhile(JsonPathParser::isNamePart));
    }

    private static boolean isNameStart(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character >= 0x80;
    }

    private static boolean isNamePart(int character) {
        return isNameStart(character) || PathScanner.isDigit(character) || REDIS_NAME_PART.indexOf(character) >= 0;
    }

    /** The selectors between brackets, the brackets included. */
    List<Selector> bracketed() {
        scanner.expect('[');
        List<Selector> selectors = new ArrayList<>();
        do {
            selectors.add(spaced(this::selector));
        } while (scanner.accept(','));
        if (!scanner.accept(']')) {
            throw scanner.expected("',' or ']'");
        }
        return selectors;
    }

    private Selector selector() {
        int next = scanner.peek();
        if (next == '\'' || next == '"') {
            return new Selector.Name(scanner.quoted());
        }
        if (scanner.accept('*')) {
            return new Selector.Wildcard();
        }
        if (scanner.accept('?')) {
            return new Selector.Filter(scanner.nested(() -> spaced(filters::condition)));
        }
        if (startsInteger() || next == ':') {
            return indexOrSlice();
        }
        throw scanner.expected("a quoted name, an index, a slice, '*' or '?'");
    }

    private Selector indexOrSlice() {
        Long start = spaced(this::optionalInteger);
        if (!scanner.accept(':')) {
            return new Selector.Index(Objects.requireNonNull(start));
        }
        Long end = spaced(this::optionalInteger);
        Long step = scanner.accept(':') ? spaced(this::optionalInteger) : null;
        return new Selector.Slice(start, end, step == null ? 1 : step);
    }

    private @Nullable Long optionalInteger() {
        return startsInteger() ? scanner.integer() : null;
    }

    private boolean startsInteger() {
        return scanner.peek() == '-' || PathScanner.isDigit(scanner.peek());
    }

    private <T extends @Nullable Object> T spaced(Supplier<T> reader) {
        scanner.skipBlanks();
        T read = reader.get();
        scanner.skipBlanks();
        return read;
    }
}
