package dev.nestor.broker.repl;

import java.io.IOException;

final class Timing implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "TIMING on|off",
                "Whether to tell after each command how long it took.",
                Manual.Takes.ON_OR_OFF,
                "On a terminal, what takes long is told in any case.");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        boolean on = words.accept("on");
        if (!on && !words.accept("off") && !words.atEnd()) {
            throw new BadCommandException("Write " + manual().syntax());
        }
        words.end();
        if (!rest.isBlank()) {
            conversation.setTiming(on);
        }
        conversation.say(new Result.Said("TIMING", conversation.timing() ? "on" : "off"));
    }
}
