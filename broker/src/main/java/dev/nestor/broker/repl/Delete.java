package dev.nestor.broker.repl;

import dev.nestor.broker.Answer;
import dev.nestor.broker.Cluster;
import dev.nestor.broker.Key;
import dev.nestor.document.path.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class Delete implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "DELETE key[.path]",
                "Removes a document, or a value inside one.",
                Manual.Takes.ADDRESS,
                "  DELETE person2",
                "  DELETE person2.weight.hp");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String address = words.word("a key");
        words.end();
        Optional<Address> place = place(address, conversation);
        boolean deleted = place.isPresent() && delete(place.get(), conversation);
        conversation.say(deleted ? new Result.Said(address, "DELETED") : new Result.NotFound(address));
    }

    /** The one reading that leads to something. */
    private static Optional<Address> place(String text, Conversation conversation) throws IOException {
        List<Address> readings = Readings.of(text);
        if (readings.size() == 1) {
            return Optional.of(readings.getFirst());
        }
        List<Address> existing = new ArrayList<>();
        for (Address reading : readings) {
            if (conversation.value(Query.find(reading, conversation)).isPresent()) {
                existing.add(reading);
            }
        }
        return Readings.only(existing);
    }

    private static boolean delete(Address place, Conversation conversation) throws IOException {
        Cluster cluster = conversation.cluster();
        Key key = Key.of(place.key());
        Answer<Boolean> answer = place.path().isRoot()
                ? cluster.delete(key)
                : cluster.delete(key, place.path().toLegacy()).map(count -> count > 0);
        if (answer.repeated()) {
            conversation.remark("The first attempt was lost on its way, and may have deleted it.");
        }
        return conversation.value(answer);
    }
}
