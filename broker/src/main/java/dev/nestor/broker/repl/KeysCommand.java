package dev.nestor.broker.repl;

import dev.nestor.broker.Cursor;
import dev.nestor.broker.Key;
import java.io.IOException;

final class KeysCommand implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "KEYS [prefix] [LIMIT n]",
                "The keys that start with a prefix, in order.",
                Manual.Takes.KEY,
                "On a terminal no more than " + Limit.SCREEN
                        + " are shown, unless a limit is given; LIMIT 0 is no limit.",
                "  KEYS",
                "  KEYS person1 LIMIT 10");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        boolean limited = words.accept("LIMIT");
        String prefix = words.atEnd() || limited ? "" : words.key();
        Limit limit = limited ? Limit.chosen(words) : Limit.parse(words, conversation);
        words.end();
        Cursor<Key> cursor = conversation.cluster().keys(Key.of(prefix));
        conversation.say(new Result.Keys(cursor, limit));
        limit.report(cursor, conversation);
        if (prefix.endsWith("*")) {
            conversation.hint("KEYS takes a prefix; RAW KEYS " + prefix + " takes it for a pattern.");
        }
    }
}
