package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.command.CommandTable;
import java.io.IOException;
import java.util.List;

/** Also carries out what is no command of the prompt. */
final class Raw implements PromptCommand {
    @Override
    public Manual manual() {
        return new Manual(
                "RAW command [argument ...]",
                "Sends a command of the servers as it stands.",
                Manual.Takes.OTHER,
                "RAW may be left out, unless the prompt has a command of that name. HELP command explains each of them.",
                "  JSON.ARRAPPEND person1 $.tags '\"new\"'",
                "  RAW GET counter");
    }

    @Override
    public void run(String rest, Conversation conversation) throws IOException {
        if (rest.isBlank()) {
            throw new BadCommandException("There must be a command: write " + manual().syntax());
        }
        List<byte[]> words = RawWords.split(rest);
        String name = new String(words.getFirst(), UTF_8);
        if (CommandTable.NESTOR.find(Request.of(name)) == null) {
            throw new BadCommandException(
                    "There is no command " + Shown.name(name) + Help.similar(name, conversation.commands()));
        }
        Reply reply = conversation.value(conversation.cluster().execute(words));
        if (reply instanceof Failure failure) {
            throw new BadCommandException(failure.line());
        }
        conversation.say(new Result.Raw(reply));
    }
}
