package dev.nestor.broker.repl;

import dev.nestor.broker.Cursor;
import dev.nestor.broker.Entry;
import dev.nestor.broker.Key;
import java.io.IOException;

final class Range implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "RANGE from to [LIMIT n]",
                "The documents from one key to before another, in the order of their keys.",
                Manual.Takes.KEY,
                "Two double quotes stand for the very beginning or end. On a terminal no more than " + Limit.SCREEN,
                "are shown, unless a limit is given; LIMIT 0 is no limit.",
                "  RANGE person10 person12",
                "  RANGE person9 \"\" LIMIT 5");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        Key from = Key.of(words.bound());
        Key to = Key.of(words.bound());
        Limit limit = Limit.parse(words, conversation);
        words.end();
        Cursor<Entry> cursor = conversation.cluster().range(from, to);
        conversation.say(new Result.Records(cursor, limit));
        limit.report(cursor, conversation);
    }
}
