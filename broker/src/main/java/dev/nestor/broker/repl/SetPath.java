package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import dev.nestor.document.Value;
import dev.nestor.document.path.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
        Address place = place(address, conversation);
        if (place.path().isRoot()) {
            Put.store(new KeyAndValue(place.key(), value), conversation);
        } else {
            boolean set =
                    conversation.cluster().set(Key.of(place.key()), place.path().toLegacy(), value.toString());
            conversation.say(set ? new Result.Said(address, "UPDATED") : new Result.NotFound(address));
        }
    }

    /** The one reading whose document exists, or else the one with the shortest key. */
    private static Address place(String text, Conversation conversation) throws IOException {
        List<Address> readings = Readings.of(text);
        if (readings.size() == 1) {
            return readings.getFirst();
        }
        List<Address> existing = new ArrayList<>();
        for (Address reading : readings) {
            if (conversation.value(conversation.cluster().exists(Key.of(reading.key())))) {
                existing.add(reading);
            }
        }
        return Readings.only(existing).orElse(readings.getFirst());
    }
}
