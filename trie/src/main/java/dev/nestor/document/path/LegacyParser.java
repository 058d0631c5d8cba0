package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the paths of RedisJSON 1.x: {@code .}, {@code .a.b}, {@code a.b[0]}, {@code ["a"]}, {@code a['b']}.
 *
 * <p>RedisJSON 2 turns such a path into JSONPath by a {@code $} or {@code $.} in front and lets it hold
 * wildcards, descents, slices and filters too, so this parser does as well. A bare name may be any run of characters
 * without a meaning of their own, in any script.
 */
final class LegacyParser {
    private static final String NO_NAME = ".[]()\"'\\*,?";

    private final PathScanner scanner;
    private final JsonPathParser jsonPath;

    LegacyParser(String text) {
        this.scanner = new PathScanner(text);
        this.jsonPath = new JsonPathParser(scanner);
    }

    List<Segment> path() {
        List<Segment> segments = new ArrayList<>();
        if (scanner.accept(".") && scanner.atEnd()) {
            return segments;
        }
        scanner.backTo(0);
        boolean bare = scanner.peek() != '.' && scanner.peek() != '[';
        if (bare) {
            scanner.deepen();
            segments.add(new Segment.Child(wildcardOrName()));
        }
        while (!scanner.atEnd()) {
            segments.add(segment());
        }
        return segments;
    }

    private Segment segment() {
        scanner.deepen();
        if (scanner.accept("..")) {
            return new Segment.Descendant(selectors());
        }
        if (scanner.accept('.') || scanner.peek() == '[') {
            return new Segment.Child(selectors());
        }
        throw scanner.expected("'.', '[' or end of path");
    }

    private List<Selector> selectors() {
        return scanner.peek() == '[' ? jsonPath.bracketed() : List.of(wildcardOrName());
    }

    private Selector wildcardOrName() {
        if (scanner.accept('*')) {
            return new Selector.Wildcard();
        }
        String name = scanner.takeWhile(character -> character > ' ' && NO_NAME.indexOf(character) < 0);
        if (name.isEmpty()) {
            throw scanner.expected("a name, '*' or '['");
        }
        return new Selector.Name(name);
    }
}
