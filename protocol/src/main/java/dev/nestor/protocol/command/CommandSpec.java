package dev.nestor.protocol.command;

import dev.nestor.protocol.Failure;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One command, or one subcommand such as CLIENT LIST: all there is to know about it before it runs. There is one object
 * per command, so that a server may find what runs it by identity.
 *
 * @param arity the number of words of a request, the name included; negative when it is only the least
 * @param keys where the keys stand
 * @param keyAccess what happens to them; empty when there are none
 * @param categories the groups of access lists, those that follow from flags included
 * @param since the version of Nestor that brought it
 * @param subcommands those of a container such as CLIENT, otherwise none
 */
public record CommandSpec(
        Group group,
        Syntax syntax,
        String complexity,
        String summary,
        String since,
        int arity,
        KeyRange keys,
        Set<Flag> flags,
        Set<KeyAccess> keyAccess,
        Set<Category> categories,
        List<Tip> tips,
        List<CommandSpec> subcommands) {
    private static final String FIRST_VERSION = "0.1.0";

    public CommandSpec {
        flags = Collections.unmodifiableSet(flags);
        keyAccess = Collections.unmodifiableSet(keyAccess);
        categories = Collections.unmodifiableSet(categories);
    }

    /** A row of the table. */
    static CommandSpec of(Group group, String syntax, String complexity, String summary, Trait... traits) {
        Syntax parsed = Syntax.parse(syntax);
        Set<Flag> flags = only(Flag.class, traits);
        Set<KeyAccess> access = only(KeyAccess.class, traits);
        return new CommandSpec(
                group,
                parsed,
                complexity,
                summary,
                FIRST_VERSION,
                parsed.arity(),
                access.isEmpty() ? KeyRange.NONE : parsed.keys(),
                flags,
                access,
                categories(only(Category.class, traits), flags),
                List.copyOf(only(Tip.class, traits)),
                List.of());
    }

    private static <T extends Enum<T>> Set<T> only(Class<T> kind, Trait... traits) {
        return Arrays.stream(traits)
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(kind)));
    }

    /** Adds what a flag implies, as Redis does (setImplicitACLCategories in server.c). */
    private static Set<Category> categories(Set<Category> named, Set<Flag> flags) {
        Set<Category> all = EnumSet.noneOf(Category.class);
        all.addAll(named);
        if (flags.contains(Flag.WRITE)) {
            all.add(Category.WRITE);
        }
        if (flags.contains(Flag.READONLY)) {
            all.add(Category.READ);
        }
        if (flags.contains(Flag.ADMIN)) {
            all.addAll(EnumSet.of(Category.ADMIN, Category.DANGEROUS));
        }
        all.add(flags.contains(Flag.FAST) ? Category.FAST : Category.SLOW);
        return all;
    }

    /** The container of these subcommands. */
    CommandSpec with(List<CommandSpec> children) {
        return new CommandSpec(
                group, syntax, complexity, summary, since, arity, keys, flags, keyAccess, categories, tips, children);
    }

    /** The name in Redis's form: {@code get}, {@code client|list}. */
    public String fullName() {
        return String.join("|", syntax.name()).toLowerCase(Locale.ROOT);
    }

    public boolean isContainer() {
        return !subcommands.isEmpty();
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** Whether a request of that many words, the name included, is complete. */
    public boolean accepts(int words) {
        return arity >= 0 ? words == arity : words >= -arity;
    }

    /** What to answer when it does not {@link #accepts accept} a request. */
    public Failure wrongArity() {
        return Failure.wrongArity(fullName());
    }
}
