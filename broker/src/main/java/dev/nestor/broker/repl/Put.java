package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import java.io.IOException;

final class Put implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "PUT key {json}",
                "Stores a document, in place of the one that was there.",
                Manual.Takes.KEY,
                "Between key and document may be a colon, between members semicolons. Any JSON value is a document. As long",
                "as a brace is open, the next line belongs to it. What is no JSON is refused, and the old document stays.",
                "  PUT person7 {\"name\": \"Ada\", \"languages\": [\"English\", \"French\"]}",
                "  PUT \"my key\":{\"name\":\"Ada\" ; \"zip\":263}");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        KeyAndValue given = KeyAndValue.parse(rest);
        Key key = Key.of(given.key());
        conversation.say(
                switch (conversation.cluster().put(key, given.value().toString())) {
                    case CREATED -> new Result.Done("CREATED");
                    case UPDATED -> new Result.Done("UPDATED");
                    // An attempt was lost on its way: nobody knows which of the two it was.
                    case STORED -> new Result.Done("STORED");
                });
    }
}
