package dev.nestor.document.path;

import dev.nestor.document.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the conditions of filters (RFC 9535, sections 2.3.5 and 2.4) in one {@link Evaluation}. */
final class FilterEvaluation {

    /** Bytes of a string that are compared or decoded for one step of the budget. */
    private static final int STRING_BYTES_PER_STEP = 16;

    private final Evaluation evaluation;
    private final Budget budget;

    /** The pattern from the document that was compiled last: it is often the same for all values under test. */
    private @Nullable String lastPattern;

    private @Nullable Regexp lastRegexp;

    FilterEvaluation(Evaluation evaluation, Budget budget) {
        this.evaluation = evaluation;
        this.budget = budget;
    }

    /** Whether the condition holds for the value under test, which it calls {@code @}. */
    boolean holds(Condition condition, Match current) {
        budget.spend(1);
        return switch (condition) {
            case Condition.Or or -> anyIs(true, or.alternatives(), current);
            case Condition.And and -> !anyIs(false, and.parts(), current);
            case Condition.Not not -> !holds(not.condition(), current);
            case Condition.Exists exists -> count(exists.query(), current, 1) > 0;
            case Condition.Comparison comparison ->
                compare(value(comparison.left(), current), comparison.operator(), value(comparison.right(), current));
            case Condition.RegexpTest test -> matches(test, current);
        };
    }

    private boolean anyIs(boolean wanted, List<Condition> conditions, Match current) {
        for (Condition condition : conditions) {
            if (holds(condition, current) == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean compare(@Nullable Value left, Operator operator, @Nullable Value right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS -> less(left, right);
            case GREATER -> less(right, left);
            case AT_MOST -> less(left, right) || equal(left, right);
            case AT_LEAST -> less(right, left) || equal(left, right);
        };
    }

    /** Nothing equals nothing. */
    private boolean equal(@Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        spendOn(left);
        return left.equals(right);
    }

    /** Only two numbers or two strings have an order. */
    private boolean less(@Nullable Value left, @Nullable Value right) {
        if (left == null || right == null || left.kind() != right.kind()) {
            return false;
        }
        return switch (left.kind()) {
            case NUMBER -> left.compareNumber(right) < 0;
            case STRING -> compareStrings(string(left), string(right)) < 0;
            case OBJECT, ARRAY, BOOLEAN, NULL -> false;
        };
    }

    /** By code points, which differs from the order of UTF-16 units where surrogates meet U+E000 to U+FFFF. */
    private static int compareStrings(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int index = 0; index < shorter; index++) {
            if (left.charAt(index) != right.charAt(index)) {
                return Integer.compare(left.codePointAt(index), right.codePointAt(index));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private @Nullable Value value(Operand operand, Match current) {
        return switch (operand) {
            case Operand.Literal(Value literal) -> literal;
            case Operand.Single(Query query) ->
                query.steps().find(start(query, current).value());
            case Operand.Length(Operand of) -> length(value(of, current));
            case Operand.Count(Query of) -> Value.of(count(of, current, Integer.MAX_VALUE));
            case Operand.ValueOf(Query of) -> only(of, current);
        };
    }

    private @Nullable Value length(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        return switch (value.kind()) {
            case STRING -> {
                String string = string(value);
                yield Value.of(string.codePointCount(0, string.length()));
            }
            case OBJECT, ARRAY -> Value.of(value.size());
            case NUMBER, BOOLEAN, NULL -> null;
        };
    }

    /** How many values the query leads to, counting no further than {@code most}. */
    private int count(Query query, Match current, int most) {
        int[] count = new int[1];
        evaluation.follow(start(query, current), query.steps().segments(), 0, match -> ++count[0] < most);
        return count[0];
    }

    /** The value that the query leads to if there is exactly one. */
    private @Nullable Value only(Query query, Match current) {
        Match[] first = new Match[1];
        boolean single = evaluation.follow(start(query, current), query.steps().segments(), 0, match -> {
            boolean isFirst = first[0] == null;
            first[0] = match;
            return isFirst;
        });
        return single && first[0] != null ? first[0].value() : null;
    }

    private Match start(Query query, Match current) {
        return query.fromRoot() ? evaluation.root() : current;
    }

    private boolean matches(Condition.RegexpTest test, Match current) {
        Value subject = value(test.subject(), current);
        if (subject == null || subject.kind() != Value.Kind.STRING) {
            return false;
        }
        Regexp regexp = test.compiled() == null ? compiled(value(test.pattern(), current)) : test.compiled();
        return regexp != null && regexp.matches(string(subject), test.whole(), budget);
    }

    private @Nullable Regexp compiled(@Nullable Value pattern) {
        if (pattern == null || pattern.kind() != Value.Kind.STRING) {
            return null;
        }
        String text = string(pattern);
        if (!text.equals(lastPattern)) {
            Regexp regexp = Regexp.compile(text);
            budget.spend(regexp.compileSteps());
            lastRegexp = regexp;
            lastPattern = text;
        }
        return lastRegexp;
    }

    private String string(Value value) {
        spendOn(value);
        return value.string();
    }

    /** A container is compared child by child, and a child may be one byte long. */
    private void spendOn(Value value) {
        boolean isString = value.kind() == Value.Kind.STRING;
        budget.spend(isString ? value.packedSize() / STRING_BYTES_PER_STEP : value.packedSize());
    }
}
