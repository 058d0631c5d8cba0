package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import java.io.IOException;

final class Count implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "COUNT [prefix]",
                "How many keys there are, or how many start with a prefix.",
                Manual.Takes.KEY,
                "  COUNT",
                "  COUNT person1");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String prefix = words.atEnd() ? "" : words.key();
        words.end();
        conversation.say(
                new Result.Count(conversation.value(conversation.cluster().count(Key.of(prefix)))));
    }
}
