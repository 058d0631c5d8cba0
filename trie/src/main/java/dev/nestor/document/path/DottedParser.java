package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the dotted notation.
 *
 * <pre>
 * address = name path
 * path    = [ step *( index / "." name ) ]
 * step    = name / index
 * index   = "[" integer "]"
 * name    = quoted string / 1*( any character but . [ ] " \ / "\" and one of these )
 * </pre>
 */
final class DottedParser {
    private static final String SPECIAL = ".[]\"\\";

    private final PathScanner scanner;

    DottedParser(String text) {
        this.scanner = new PathScanner(text);
    }

    /** Whether a name must be quoted or escaped for this character. */
    static boolean isSpecial(int character) {
        return SPECIAL.indexOf(character) >= 0;
    }

    List<Segment> path() {
        List<Segment> segments = new ArrayList<>();
        if (!scanner.atEnd()) {
            scanner.deepen();
            segments.add(new Segment.Child(scanner.peek() == '[' ? index() : new Selector.Name(name())));
        }
        return rest(segments);
    }

    Address address() {
        String key = name();
        if (key.isEmpty()) {
            throw scanner.expected("a key that is not empty", 0);
        }
        int pathStart = scanner.position();
        List<Segment> segments = rest(new ArrayList<>());
        String path = scanner.since(pathStart);
        return new Address(key, new Path(path.startsWith(".") ? path.substring(1) : path, Notation.DOTTED, segments));
    }

    private List<Segment> rest(List<Segment> segments) {
        while (!scanner.atEnd()) {
            segments.add(new Segment.Child(next()));
        }
        return segments;
    }

    private Selector next() {
        scanner.deepen();
        if (scanner.peek() == '[') {
            return index();
        }
        if (scanner.accept('.')) {
            return new Selector.Name(name());
        }
        throw scanner.expected("'.', '[' or end of path");
    }

    private Selector index() {
        scanner.expect('[');
        Selector index = new Selector.Index(scanner.integer());
        scanner.expect(']');
        return index;
    }

    private String name() {
        if (scanner.peek() == '"') {
            return scanner.quoted();
        }
        StringBuilder name = new StringBuilder(scanner.takeWhile(character -> !isSpecial(character)));
        while (scanner.accept('\\')) {
            if (!isSpecial(scanner.peek())) {
                throw scanner.expected("one of " + SPECIAL + " behind the backslash");
            }
            name.append(scanner.next()).append(scanner.takeWhile(character -> !isSpecial(character)));
        }
        if (name.isEmpty()) {
            throw scanner.expected("a name (the empty one is written \"\")");
        }
        return name.toString();
    }
}
