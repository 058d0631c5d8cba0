package dev.nestor.document.path;

import dev.nestor.document.Value;

/** Something with at most one value, fit to be compared: the RFC's ValueType (RFC 9535, section 2.4.1). */
sealed interface Operand extends Term {

    /** A number, string, boolean or null written in the path. */
    record Literal(Value value) implements Operand {}

    /** The value that a path of names and indexes leads to, if any. */
    record Single(Query query) implements Operand {}

    /** {@code length}: characters of a string, elements of an array, members of an object. */
    record Length(Operand of) implements Operand {}

    /** {@code count}: how many values a query leads to. */
    record Count(Query of) implements Operand {}

    /** {@code value}: the value of a query that leads to exactly one. */
    record ValueOf(Query of) implements Operand {}
}
