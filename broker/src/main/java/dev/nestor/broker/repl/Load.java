package dev.nestor.broker.repl;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

final class Load implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "LOAD file",
                "Stores all records of a file.",
                Manual.Takes.FILE,
                "A line is a key and its document, or a document that names its key in _key; the file may also be one large",
                "JSON object of documents.",
                "  LOAD dataToIndex.txt");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        Words words = manual().words(rest);
        Path file = file(words.atEnd() ? "" : words.rest());
        if (!conversation.loading().load(file, conversation.err())) {
            throw new BadCommandException(file + ": not all of it was stored, see above");
        }
        conversation.say(new Result.Said(file.toString(), "LOADED"));
    }

    private static Path file(String typed) {
        String name = typed.startsWith("\"") && typed.endsWith("\"") && typed.length() > 1
                ? typed.substring(1, typed.length() - 1)
                : typed;
        if (name.isEmpty()) {
            throw new BadCommandException("There must be a file: write LOAD file");
        }
        try {
            return Path.of(name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name);
        } catch (InvalidPathException e) {
            throw new BadCommandException(name + " is not the name of a file");
        }
    }
}
