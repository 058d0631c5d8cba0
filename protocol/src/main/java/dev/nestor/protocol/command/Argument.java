package dev.nestor.protocol.command;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One node of a command's argument tree, as COMMAND DOCS describes it.
 *
 * @param name what stands for the value, such as {@code seconds}
 * @param token the keyword in front of the value, such as {@code EX}; for {@link Kind#TOKEN} the keyword itself
 * @param optional whether it may be left out
 * @param multiple whether it may be repeated
 * @param parts the alternatives of {@link Kind#ONEOF}, the members of {@link Kind#BLOCK}, otherwise none
 */
public record Argument(
        String name, Kind kind, @Nullable String token, boolean optional, boolean multiple, List<Argument> parts) {
    /** Longer than any request. */
    static final int UNBOUNDED = 1 << 30;

    /** What may stand there. */
    public enum Kind {
        STRING("string"),
        INTEGER("integer"),
        DOUBLE("double"),
        KEY("key"),
        PATTERN("pattern"),
        TOKEN("pure-token"),
        ONEOF("oneof"),
        BLOCK("block");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The fewest words that it takes. */
    int minWords() {
        return optional ? 0 : words(Argument::minWords, true);
    }

    /** The most words that it may take, {@link #UNBOUNDED} at most. */
    int maxWords() {
        return multiple ? UNBOUNDED : Math.min(UNBOUNDED, words(Argument::maxWords, false));
    }

    private int words(ToIntFunction<Argument> size, boolean least) {
        IntStream sizes = parts.stream().mapToInt(size);
        int value = switch (kind) {
            case STRING, INTEGER, DOUBLE, KEY, PATTERN -> 1;
            case TOKEN -> 0;
            case BLOCK -> (int) Math.min(UNBOUNDED, sizes.asLongStream().sum());
            case ONEOF -> (least ? sizes.min() : sizes.max()).orElse(0);
        };
        return value + (token == null ? 0 : 1);
    }

    Argument withToken(String keyword) {
        return new Argument(name, kind, keyword, optional, multiple, parts);
    }

    Argument asOptional() {
        return new Argument(name, kind, token, true, multiple, parts);
    }

    Argument asMultiple() {
        return new Argument(name, kind, token, optional, true, parts);
    }
}
