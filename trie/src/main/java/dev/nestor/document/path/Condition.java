package dev.nestor.document.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something true or false about a value: the RFC's LogicalType (RFC 9535, section 2.3.5). */
sealed interface Condition {

    /** True when one of the alternatives is. */
    record Or(List<Condition> alternatives) implements Condition {
        public Or {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** True when all parts are. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** True when the condition is not. */
    record Not(Condition condition) implements Condition {}

    /** True when the query leads to a value, even to {@code false} or {@code null}. */
    record Exists(Query query) implements Condition {}

    /** True when the two operands compare as the operator says. */
    record Comparison(Operand left, Operator operator, Operand right) implements Condition {}

    /**
     * {@code match} (the whole string) and {@code search} (some part of it): true when the subject is a string
     * that the pattern describes.
     *
     * @param compiled the pattern when it is written in the path, null when it comes from the document
     */
    record RegexpTest(
            Operand subject,
            Operand pattern,
            boolean whole,
            @Nullable Regexp compiled) implements Condition, Term {}
}
