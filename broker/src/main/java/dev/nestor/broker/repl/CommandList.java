package dev.nestor.broker.repl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands of a prompt in the order in which HELP lists them. */
final class CommandList {
    private static final List<PromptCommand> ALWAYS = List.of(
            new Get(),
            new Query(),
            new Put(),
            new SetPath(),
            new Delete(),
            new Has(),
            new Pop(),
            new KeysCommand(),
            new Range(),
            new Count(),
            new Locate(),
            new MembersCommand(),
            new Status(),
            new Load(),
            new Timing(),
            new Raw(),
            new Help(),
            new Quit());

    /** What else commands are called. */
    private static final Map<String, String> ALIASES = Map.of("EXIT", "QUIT", "?", "HELP");

    private final Map<String, PromptCommand> byName = new LinkedHashMap<>();

    /** @param more come first */
    CommandList(List<PromptCommand> more) {
        List<PromptCommand> all = new ArrayList<>(more);
        all.addAll(ALWAYS);
        all.forEach(command -> byName.put(command.manual().name(), command));
    }

    Collection<PromptCommand> all() {
        return byName.values();
    }

    /** The command of this name, in any case. */
    Optional<PromptCommand> named(String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(byName.get(ALIASES.getOrDefault(capitals, capitals)));
    }
}
