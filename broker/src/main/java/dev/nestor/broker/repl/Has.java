package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import java.io.IOException;

final class Has implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual("HAS key", "Whether a key is there.", Manual.Takes.KEY, "  HAS person1");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String key = words.key();
        words.end();
        boolean found = conversation.value(conversation.cluster().exists(Key.of(key)));
        conversation.say(found ? new Result.Said(Shown.name(key), "FOUND") : new Result.NotFound(Shown.name(key)));
    }
}
