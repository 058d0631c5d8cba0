package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import dev.nestor.broker.Value;
import java.io.IOException;
import java.util.Optional;

final class Get implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "GET key",
                "The whole document of a key.",
                Manual.Takes.KEY,
                "A key that has blanks or starts with a quote stands in double quotes.",
                "  GET person1",
                "  GET \"my key\"");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String key = words.key();
        words.end();
        Optional<Value> value = conversation.value(conversation.cluster().get(Key.of(key)));
        conversation.say(
                value.isPresent()
                        ? new Result.Found(Shown.name(key), Stored.value(value.get()))
                        : new Result.NotFound(Shown.name(key)));
        if (value.isEmpty() && key.indexOf('.') > 0) {
            conversation.hint("GET takes a whole key; QUERY looks inside a document.");
        }
    }
}
