package dev.nestor.broker;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a command that may have taken effect may be sent again.
 *
 * <p>What only reads, by the command table's flags, may. Of what writes, these may, because doing them twice leaves what
 * doing them once leaves: putting a value, whatever was there, and removing something. Whatever works on what was there
 * (INCR, APPEND, ARRAPPEND), is relative to now (EXPIRE), hands out what it removes (GETDEL, ARRPOP) or is bound to a
 * condition (NX, XX) may not; nor may what the table does not know.
 *
 * <p>Between the two times somebody else may have written: then the value is put again, as if this call had been the
 * later one.
 */
enum Repetition {
    SAFE,
    /** The same effect, but a count in the answer may be too low. */
    SAME_EFFECT,
    NEVER;

    private static final Set<String> PUTS = Set.of("set", "mset", "json.set", "json.mset", "json.merge");
    private static final Set<String> REMOVALS =
            Set.of("del", "unlink", "json.del", "json.forget", "json.clear", "persist", "flushall", "nestor.create");

    /** What makes a put depend on what is there, or on the time. */
    private static final Set<String> CONDITIONS = Set.of("NX", "XX", "GET", "EX", "PX", "KEEPTTL");

    static Repetition of(Invocation invocation) {
        if (invocation.isRead()) {
            return SAFE;
        }
        String name = invocation.name();
        if (PUTS.contains(name)) {
            return isConditional(invocation) ? NEVER : SAFE;
        }
        return REMOVALS.contains(name) && !moves(invocation) ? SAME_EFFECT : NEVER;
    }

    private static boolean isConditional(Invocation invocation) {
        return switch (invocation.name()) {
            case "set" -> hasCondition(invocation, 3);
            case "json.set" -> hasCondition(invocation, 4) || selects(invocation);
            default -> selects(invocation);
        };
    }

    private static boolean hasCondition(Invocation invocation, int first) {
        return IntStream.range(first, invocation.words().size())
                .mapToObj(invocation::keyword)
                .anyMatch(CONDITIONS::contains);
    }

    /** Whether a path looks at values, and so may find something else the second time. */
    private static boolean selects(Invocation invocation) {
        return paths(invocation).anyMatch(path -> path.contains("?"));
    }

    /** Whether something may be removed from an array, so that something else stands there the second time. */
    private static boolean moves(Invocation invocation) {
        return paths(invocation).anyMatch(path -> path.contains("["));
    }

    private static Stream<String> paths(Invocation invocation) {
        if (!invocation.name().startsWith("json.")) {
            return Stream.empty();
        }
        int words = invocation.words().size();
        int step = invocation.name().equals("json.mset") ? 3 : words;
        return IntStream.iterate(2, index -> index < words, index -> index + step)
                .mapToObj(invocation::text);
    }
}
