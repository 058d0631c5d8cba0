package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import dev.nestor.document.Value;
import java.io.IOException;
import java.util.Optional;

final class Pop implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "POP key [default]",
                "Removes a document and answers what it was, or the default if there is none.",
                Manual.Takes.KEY,
                "Of two that pop a key at once only one gets the document. It is read first and removed then: what somebody",
                "writes to it in between is removed as well.",
                "  POP person3",
                "  POP person3 {\"name\": \"nobody\"}");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String key = words.key();
        Optional<Value> otherwise = words.atEnd() ? Optional.empty() : Optional.of(KeyAndValue.value(words.rest()));
        Optional<Value> popped =
                conversation.cluster().pop(Key.of(key)).map(Stored::value).or(() -> otherwise);
        conversation.say(
                popped.isPresent()
                        ? new Result.Found(Shown.name(key), popped.get())
                        : new Result.NotFound(Shown.name(key)));
    }
}
