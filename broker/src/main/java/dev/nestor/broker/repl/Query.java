package dev.nestor.broker.repl;

import dev.nestor.broker.Answer;
import dev.nestor.broker.Key;
import dev.nestor.document.Value;
import dev.nestor.document.path.Address;
import java.io.IOException;
import java.util.Optional;

final class Query implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "QUERY key.path",
                "The value at a path in a document.",
                Manual.Takes.ADDRESS,
                "Names are separated by dots, elements stand in brackets, from the end if negative. A key or a name that",
                "has a dot stands in double quotes. Behind a blank, the path may be a JSONPath: it answers all matches.",
                "  QUERY person2.weight.hp.gender",
                "  QUERY person1.languages[-1]",
                "  QUERY \"my.key\".\"a.b\"",
                "  QUERY person1 $..zip");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String address = words.word("a key and a path");
        if (words.atEnd()) {
            dotted(address, conversation);
        } else {
            jsonPath(new Words(address, manual().syntax()).key(), words.rest(), conversation);
        }
    }

    /** The first reading that leads to a value. */
    private static void dotted(String text, Conversation conversation) throws IOException {
        for (Address reading : Readings.of(text)) {
            Optional<Value> value = conversation.value(find(reading, conversation));
            if (value.isPresent()) {
                conversation.say(new Result.Found(text, value.get()));
                return;
            }
        }
        conversation.say(new Result.NotFound(text));
    }

    /** What an address leads to. */
    static Answer<Optional<Value>> find(Address address, Conversation conversation) throws IOException {
        Key key = Key.of(address.key());
        return address.path().isRoot()
                ? conversation.cluster().get(key).map(found -> found.map(Stored::value))
                : conversation.cluster().query(key, address.path().toLegacy()).map(found -> found.map(Value::parse));
    }

    private static void jsonPath(String key, String path, Conversation conversation) throws IOException {
        String name = key + " " + path;
        Optional<String> matches = conversation.value(conversation.cluster().query(Key.of(key), path));
        conversation.say(
                matches.isPresent() ? new Result.Found(name, Value.parse(matches.get())) : new Result.NotFound(name));
    }
}
