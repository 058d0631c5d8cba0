package dev.nestor.broker.repl;

import java.io.IOException;
import java.util.List;

/** One command of the prompt. */
public interface PromptCommand {

    /** How it is called and written. */
    Manual manual();

    /** What its first argument can be at the moment, if that is a {@link Manual.Takes#CHOICE}. */
    default List<String> choices() {
        return List.of();
    }

    /**
     * Carries it out.
     *
     * @param rest what was typed behind the command's name
     * @throws BadCommandException when it cannot be carried out as it was typed
     * @throws IOException when the cluster or a file says no, with a message for people
     */
    void run(String rest, Conversation conversation) throws IOException;
}
