package dev.nestor.broker.repl;

import java.io.IOException;
import java.util.List;

final class Timing implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "TIMING on|off",
                "Whether to tell after each command how long it took.",
                Manual.Takes.CHOICE,
                "On a terminal, what takes long is told in any case.");
    }

    @Override
    public List<String> choices() {
        return List.of("on", "off");
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
