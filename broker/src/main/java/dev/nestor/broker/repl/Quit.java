package dev.nestor.broker.repl;

final class Quit implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual("QUIT", "Leaves the prompt.", Manual.Takes.NOTHING, "EXIT and Ctrl-D do the same.");
    }

    @Override
    public void run(String rest, Conversation conversation) {
        conversation.end();
    }
}
