package dev.nestor.broker.repl;

import java.util.List;

/**
 * How a command is written.
 *
 * @param syntax its name in capitals and what follows it, as in {@code GET key}
 * @param summary one sentence
 * @param takes what its first argument is, for completion
 * @param details more sentences and examples, a line each
 */
public record Manual(String syntax, String summary, Takes takes, List<String> details) {

    /** What a command's first argument can be. */
    public enum Takes {
        NOTHING,
        KEY,
        /** A key and a path in its document. */
        ADDRESS,
        COMMAND,
        FILE,
        /** One of the command's {@link PromptCommand#choices}. */
        CHOICE,
        /** Something that nobody can guess. */
        OTHER
    }

    public Manual {
        details = List.copyOf(details);
    }

    public Manual(String syntax, String summary, Takes takes, String... details) {
        this(syntax, summary, takes, List.of(details));
    }

    public String name() {
        return syntax.split(" ", 2)[0];
    }

    /** The words that the command is typed as. */
    Words words(String rest) {
        return new Words(rest, syntax);
    }
}
