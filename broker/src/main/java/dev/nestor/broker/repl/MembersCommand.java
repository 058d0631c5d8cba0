package dev.nestor.broker.repl;

import java.io.IOException;
import java.util.List;

final class MembersCommand implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual("MEMBERS", "The servers of the cluster.", Manual.Takes.NOTHING);
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        manual().words(rest).end();
        Inspection inspection = Inspection.of(conversation.cluster());
        conversation.say(new Result.Report(List.of(inspection.servers()), inspection.trouble()));
    }
}
