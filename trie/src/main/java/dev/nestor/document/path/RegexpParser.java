package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a regular expression of RFC 9485 (I-Regexp). One thing is read as the JSONPath compliance test suite wants
 * it and not as the RFC's grammar says: a bare {@code ^} or {@code $} stands for the start or the end of the text.
 */
final class RegexpParser {
    private static final String META = ".*+?()[]{}|\\";
    private static final String ESCAPABLE = "()*+-.?[\\]^{|}";

    private final PathScanner scanner;

    RegexpParser(String pattern) {
        this.scanner = new PathScanner(pattern);
    }

    RegexpNode parse() {
        RegexpNode expression = choice();
        scanner.expectEnd("end of pattern");
        return expression;
    }

    private RegexpNode choice() {
        List<RegexpNode> branches = new ArrayList<>();
        do {
            branches.add(branch());
        } while (scanner.accept('|'));
        return branches.size() == 1 ? branches.getFirst() : new RegexpNode.Choice(branches);
    }

    private RegexpNode branch() {
        List<RegexpNode> parts = new ArrayList<>();
        while (!scanner.atEnd() && scanner.peek() != '|' && scanner.peek() != ')') {
            parts.add(quantified(atom()));
        }
        return new RegexpNode.Sequence(parts);
    }

    private RegexpNode quantified(RegexpNode atom) {
        if (scanner.accept('*')) {
            return new RegexpNode.Repeat(atom, 0, RegexpNode.Repeat.UNBOUNDED);
        }
        if (scanner.accept('+')) {
            return new RegexpNode.Repeat(atom, 1, RegexpNode.Repeat.UNBOUNDED);
        }
        if (scanner.accept('?')) {
            return new RegexpNode.Repeat(atom, 0, 1);
        }
        return scanner.accept('{') ? counted(atom) : atom;
    }

    private RegexpNode counted(RegexpNode atom) {
        int least = count();
        int most = least;
        if (scanner.accept(',')) {
            most = scanner.peek() == '}' ? RegexpNode.Repeat.UNBOUNDED : count();
        }
        scanner.expect('}');
        if (most < least) {
            throw scanner.expected("a range that ascends");
        }
        return new RegexpNode.Repeat(atom, least, most);
    }

    private int count() {
        String digits = scanner.takeWhile(PathScanner::isDigit);
        if (digits.isEmpty()) {
            throw scanner.expected("a digit");
        }
        // More repetitions than the longest program are refused later, whatever their exact number.
        return digits.length() > 9 ? Integer.MAX_VALUE - 1 : Integer.parseInt(digits);
    }

    private RegexpNode atom() {
        if (scanner.accept('(')) {
            RegexpNode group = scanner.nested(this::choice);
            scanner.expect(')');
            return group;
        }
        if (scanner.accept('^')) {
            return new RegexpNode.Edge(false);
        }
        if (scanner.accept('$')) {
            return new RegexpNode.Edge(true);
        }
        return new RegexpNode.One(characters());
    }

    private CharacterClass characters() {
        if (scanner.accept('.')) {
            return new CharacterClass.Builder()
                    .range('\n', '\n')
                    .range('\r', '\r')
                    .build(true);
        }
        if (scanner.accept('[')) {
            return bracketed();
        }
        int categories = categories();
        if (categories != 0) {
            return new CharacterClass.Builder().categories(categories).build(false);
        }
        if (scanner.peek() != '\\' && META.indexOf(scanner.peek()) >= 0) {
            throw scanner.expected("a character");
        }
        return CharacterClass.of(character());
    }

    private CharacterClass bracketed() {
        boolean complement = scanner.accept('^');
        CharacterClass.Builder set = new CharacterClass.Builder();
        boolean dashFits = true;
        do {
            setItem(set, dashFits);
            dashFits = false;
        } while (!scanner.accept(']'));
        return set.build(complement);
    }

    private void setItem(CharacterClass.Builder set, boolean dashFits) {
        if (scanner.accept('-')) {
            if (!dashFits && scanner.peek() != ']') {
                throw scanner.expected("']' behind the dash");
            }
            set.range('-', '-');
            return;
        }
        int categories = categories();
        if (categories != 0) {
            set.categories(categories);
        } else {
            range(set);
        }
    }

    private void range(CharacterClass.Builder set) {
        int first = setCharacter();
        int behindFirst = scanner.position();
        if (!scanner.accept('-') || scanner.peek() == ']') {
            scanner.backTo(behindFirst);
            set.range(first, first);
            return;
        }
        int last = setCharacter();
        if (last < first) {
            throw scanner.expected("a range that ascends", behindFirst);
        }
        set.range(first, last);
    }

    private int setCharacter() {
        if (scanner.peek() == '[' || scanner.peek() == ']' || scanner.peek() == '-') {
            throw scanner.expected("a character of the set");
        }
        return character();
    }

    /** The categories of a {@code \p{Lu}} or all but those of a {@code \P{Lu}} if one comes next, else 0. */
    private int categories() {
        boolean complement = scanner.accept("\\P{");
        if (!complement && !scanner.accept("\\p{")) {
            return 0;
        }
        int start = scanner.position();
        int categories = CharacterClass.categories(scanner.takeWhile(character -> character != '}'));
        if (categories == 0) {
            throw scanner.expected("a general category of Unicode", start);
        }
        scanner.expect('}');
        return complement ? ~categories : categories;
    }

    private int character() {
        if (scanner.atEnd()) {
            throw scanner.expected("a character");
        }
        return scanner.accept('\\') ? escaped() : scanner.nextCodePoint();
    }

    private int escaped() {
        int letter = "nrt".indexOf(scanner.peek());
        if (letter < 0 && ESCAPABLE.indexOf(scanner.peek()) < 0) {
            throw scanner.expected("n, r, t or one of " + ESCAPABLE + " behind the backslash");
        }
        int character = scanner.next();
        return letter < 0 ? character : "\n\r\t".charAt(letter);
    }
}
