package dev.nestor.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Equality of JSON values: objects regardless of order, numbers by what they stand for. */
final class ValueEquality {
    private ValueEquality() {}

    static boolean equal(Value left, Value right) {
        return equal(left, right, 0);
    }

    private static boolean equal(Value left, Value right, int depth) {
        Nesting.check(depth);
        if (left.kind() != right.kind()) {
            return false;
        }
        return switch (left.kind()) {
            case OBJECT -> left.size() == right.size() && equalMembers(left, right, depth + 1);
            case ARRAY -> left.size() == right.size() && equalElements(left, right, depth + 1);
            case NUMBER -> left.compareNumber(right) == 0;
            case STRING, BOOLEAN, NULL -> equalBytes(left, right);
        };
    }

    /** Scalars other than numbers have one packed form each. */
    private static boolean equalBytes(Value left, Value right) {
        return Arrays.equals(left.bytes(), left.position(), left.end(), right.bytes(), right.position(), right.end());
    }

    private static boolean equalMembers(Value left, Value right, int depth) {
        for (Members members = left.members(); members.next(); ) {
            @Nullable Value counterpart = right.member(members.nameBytes());
            if (counterpart == null || !equal(members.value(), counterpart, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalElements(Value left, Value right, int depth) {
        Elements leftElements = left.elements();
        Elements rightElements = right.elements();
        while (leftElements.next() && rightElements.next()) {
            if (!equal(leftElements.value(), rightElements.value(), depth)) {
                return false;
            }
        }
        return true;
    }

    static int hash(Value value) {
        return hash(value, 0);
    }

    private static int hash(Value value, int depth) {
        Nesting.check(depth);
        return switch (value.kind()) {
            case OBJECT -> {
                int sum = 1;
                for (Members members = value.members(); members.next(); ) {
                    sum += members.name().hashCode() ^ 31 * hash(members.value(), depth + 1);
                }
                yield sum;
            }
            case ARRAY -> {
                int hash = 2;
                for (Elements elements = value.elements(); elements.next(); ) {
                    hash = 31 * hash + hash(elements.value(), depth + 1);
                }
                yield hash;
            }
            case STRING -> value.string().hashCode();
            case NUMBER -> Decimal.of(value).hashCode();
            case BOOLEAN -> Boolean.hashCode(value.bool());
            case NULL -> 0;
        };
    }
}
