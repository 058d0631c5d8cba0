package dev.nestor.broker.repl;

import dev.nestor.broker.Key;
import dev.nestor.broker.Location;
import dev.nestor.broker.ServerAddress;
import dev.nestor.document.Value;
import java.io.IOException;
import java.util.List;

final class Locate implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "LOCATE key", "Which servers hold a key, or would hold it.", Manual.Takes.KEY, "  LOCATE person1");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        String key = words.key();
        words.end();
        Location location = conversation.cluster().locate(Key.of(key));
        Table table = new Table(
                "location",
                List.of("key", "slot", "partition", "leader", "servers"),
                List.of(List.of(
                        Value.of(key),
                        Value.of(location.slot()),
                        Value.of(location.partition()),
                        Cells.of(location.leader().map(ServerAddress::toString)),
                        Cells.of(location.replicas()))));
        conversation.say(new Result.Report(List.of(table), List.of()));
    }
}
