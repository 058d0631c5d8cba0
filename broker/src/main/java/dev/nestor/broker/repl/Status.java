package dev.nestor.broker.repl;

import java.io.IOException;

final class Status implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "STATUS",
                "How servers and partitions are, and what that means for the keys.",
                Manual.Takes.NOTHING,
                "Lag is by how many writes a server is behind the leader of one of its partitions.");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        manual().words(rest).end();
        conversation.say(Inspection.of(conversation.cluster()).report());
    }
}
