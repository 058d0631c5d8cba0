package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.document.Document;
import dev.nestor.document.DocumentException;
import dev.nestor.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the condition of a filter (RFC 9535, section 2.3.5) and refuses what its type system forbids: comparing a
 * query that may lead to many values, testing a literal, a function with arguments of the wrong type.
 */
final class FilterParser {
    private static final String TERM = "'@', '$', a literal, a function, '!' or '('";

    private final PathScanner scanner;
    private final JsonPathParser paths;

    FilterParser(PathScanner scanner, JsonPathParser paths) {
        this.scanner = scanner;
        this.paths = paths;
    }

    Condition condition() {
        return joined("||", () -> joined("&&", this::basic, Condition.And::new), Condition.Or::new);
    }

    /** One condition or several with a symbol between them; blanks behind the last one are left to the caller. */
    private Condition joined(String symbol, Supplier<Condition> reader, Function<List<Condition>, Condition> join) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(reader.get());
        int end = scanner.position();
        scanner.skipBlanks();
        while (scanner.accept(symbol)) {
            scanner.skipBlanks();
            conditions.add(reader.get());
            end = scanner.position();
            scanner.skipBlanks();
        }
        scanner.backTo(end);
        return conditions.size() == 1 ? conditions.getFirst() : join.apply(conditions);
    }

    private Condition basic() {
        if (!scanner.accept('!')) {
            return scanner.peek() == '(' ? parenthesized() : comparisonOrTest();
        }
        scanner.skipBlanks();
        int start = scanner.position();
        return new Condition.Not(scanner.peek() == '(' ? parenthesized() : tested(term(), start));
    }

    private Condition parenthesized() {
        scanner.expect('(');
        scanner.skipBlanks();
        Condition inner = scanner.nested(this::condition);
        scanner.skipBlanks();
        if (!scanner.accept(')')) {
            throw scanner.expected("'&&', '||' or ')'");
        }
        return inner;
    }

    private Condition comparisonOrTest() {
        int start = scanner.position();
        Term left = term();
        int end = scanner.position();
        scanner.skipBlanks();
        for (Operator operator : Operator.values()) {
            if (scanner.accept(operator.symbol())) {
                scanner.skipBlanks();
                int right = scanner.position();
                return new Condition.Comparison(compared(left, start), operator, compared(term(), right));
            }
        }
        scanner.backTo(end);
        return tested(left, start);
    }

    private Condition tested(Term term, int start) {
        return switch (term) {
            case Query query -> new Condition.Exists(query);
            case Condition.RegexpTest test -> test;
            case Operand operand ->
                throw scanner.expected("a comparison, because this alone is neither true nor false,", start);
        };
    }

    private Operand compared(Term term, int start) {
        return switch (term) {
            case Operand operand -> operand;
            case Query query when query.steps().isDefinite() -> new Operand.Single(query);
            case Query query -> throw scanner.expected("a path of names and indexes alone", start);
            case Condition.RegexpTest test -> throw scanner.expected("a value, not a test,", start);
        };
    }

    private Query queried(Term term, int start) {
        if (term instanceof Query query) {
            return query;
        }
        throw scanner.expected("a path", start);
    }

    private Term term() {
        int next = scanner.peek();
        if (next == '@' || next == '$') {
            scanner.next();
            return new Query(next == '$', scanner.nested(paths::segments));
        }
        if (next == '\'' || next == '"') {
            return string();
        }
        if (next == '-' || PathScanner.isDigit(next)) {
            return number();
        }
        return word();
    }

    private Term word() {
        int start = scanner.position();
        String word = scanner.takeWhile(FilterParser::isWord);
        if (scanner.accept('(')) {
            return scanner.nested(() -> function(word, start));
        }
        return switch (word) {
            case "true", "false", "null" -> literal(word, start);
            default -> throw scanner.expected(TERM, start);
        };
    }

    private static boolean isWord(int character) {
        return (character >= 'a' && character <= 'z') || character == '_' || PathScanner.isDigit(character);
    }

    private Term function(String name, int start) {
        Term read = switch (name) {
            case "length" -> new Operand.Length(valueArgument());
            case "count" -> new Operand.Count(queryArgument());
            case "value" -> new Operand.ValueOf(queryArgument());
            case "match" -> regexpTest(true);
            case "search" -> regexpTest(false);
            default -> throw scanner.expected("a function: length, count, match, search or value", start);
        };
        scanner.expect(')');
        return read;
    }

    private Condition.RegexpTest regexpTest(boolean whole) {
        Operand subject = valueArgument();
        scanner.expect(',');
        Operand pattern = valueArgument();
        return new Condition.RegexpTest(subject, pattern, whole, compiled(pattern));
    }

    private static @Nullable Regexp compiled(Operand pattern) {
        return pattern instanceof Operand.Literal(Value text) && text.kind() == Value.Kind.STRING
                ? Regexp.compile(text.string())
                : null;
    }

    private Operand valueArgument() {
        return argument(this::compared);
    }

    private Query queryArgument() {
        return argument(this::queried);
    }

    private <T> T argument(TypeCheck<T> check) {
        scanner.skipBlanks();
        int start = scanner.position();
        T argument = check.apply(term(), start);
        scanner.skipBlanks();
        return argument;
    }

    private Operand string() {
        int start = scanner.position();
        StringBuilder json = new StringBuilder();
        Quoting.append(json, scanner.quoted(), '"');
        return literal(json.toString(), start);
    }

    private Operand number() {
        int start = scanner.position();
        scanner.integerText();
        if (scanner.accept('.')) {
            digits();
        }
        if (scanner.accept('e') || scanner.accept('E')) {
            if (!scanner.accept('-')) {
                scanner.accept('+');
            }
            digits();
        }
        return literal(scanner.since(start), start);
    }

    private void digits() {
        if (scanner.takeWhile(PathScanner::isDigit).isEmpty()) {
            throw scanner.expected("a digit");
        }
    }

    private Operand literal(String json, int start) {
        try {
            return new Operand.Literal(Document.parse(json.getBytes(UTF_8)).root());
        } catch (DocumentException e) {
            throw scanner.expected("a literal that a document may hold (" + e.getMessage() + ")", start);
        }
    }

    /** Turns a term into what a place in the path asks for, or refuses it. */
    private interface TypeCheck<T> {
        T apply(Term term, int start);
    }
}
