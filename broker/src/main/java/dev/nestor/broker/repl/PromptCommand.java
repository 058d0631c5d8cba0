package dev.nestor.broker.repl;

import java.io.IOException;

/** One command of the prompt. */
public interface PromptCommand {

    /** How it is called and written. */
    Manual manual();

    /**
     * Carries it out.
     *
     * @param rest what was typed behind the command's name
     * @throws BadCommandException when it cannot be carried out as it was typed
     * @throws IOException when the cluster or a file says no, with a message for people
     */
    void run(String rest, Conversation conversation) throws IOException;
}
