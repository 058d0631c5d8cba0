package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import dev.nestor.document.Value;
import dev.nestor.document.path.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class SetPath implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "SET key.path value",
                "Sets a value inside a document.",
                Manual.Takes.ADDRESS,
                "A member that is not there is added, if the path before it leads to an object. The value is JSON.",
                "  SET person2.weight.zip 264",
                "  SET person2.name \"Ada\"");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String address = words.word("a key and a path");
        if (words.atEnd()) {
            throw new BadCommandException("The value is missing: write SET " + address + " value");
        }
        Value value = KeyAndValue.value(words.rest());
        Optional<Address> place = place(address, conversation);
        conversation.say(
                place.isPresent() && set(place.get(), value, conversation)
                        ? new Result.Said(address, "UPDATED")
                        : new Result.NotFound(address));
        if (place.isEmpty()) {
            conversation.hint("SET changes a document that is there; PUT stores a new one.");
        }
    }

    /** The one reading whose document exists. */
    private static Optional<Address> place(String text, Conversation conversation) throws IOException {
        List<Address> existing = new ArrayList<>();
        for (Address reading : Readings.of(text)) {
            if (conversation.value(conversation.cluster().exists(Key.of(reading.key())))) {
                existing.add(reading);
            }
        }
        return Readings.only(existing);
    }

    private static boolean set(Address place, Value value, Conversation conversation) throws IOException {
        String path = place.path().isRoot() ? "." : place.path().toLegacy();
        return conversation.cluster().set(Key.of(place.key()), path, value.toString());
    }
}
