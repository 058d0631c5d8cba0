package dev.nestor.protocol.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.command.Argument.Kind;
import java.util.ArrayList;
import java.util.List;

/** A command as COMMAND DOCS describes it, made for people; redis-cli builds its hints from the argument tree. */
final class DocsReply {
    private DocsReply() {}

    static Reply of(CommandSpec command) {
        Fields fields = new Fields()
                .put("summary", command.summary())
                .put("since", command.since())
                .put("group", command.group().word())
                .put("complexity", command.complexity());
        if (command.isContainer()) {
            return fields.put("subcommands", subcommands(command)).reply();
        }
        if (!command.syntax().arguments().isEmpty()) {
            fields.put(
                    "arguments",
                    arguments(command.syntax().arguments(), !command.keys().isEmpty()));
        }
        return fields.reply();
    }

    private static Reply subcommands(CommandSpec container) {
        Fields fields = new Fields();
        container.subcommands().forEach(command -> fields.put(command.fullName(), of(command)));
        return fields.reply();
    }

    private static Reply arguments(List<Argument> arguments, boolean routed) {
        return new Reply.Array(
                arguments.stream().map(argument -> argument(argument, routed)).toList());
    }

    private static Reply argument(Argument argument, boolean routed) {
        Fields fields = new Fields()
                .put("name", argument.name())
                .put("type", argument.kind().word());
        if (argument.parts().isEmpty()) {
            fields.put("display_text", argument.name());
        }
        if (argument.kind() == Kind.KEY && routed) {
            fields.put("key_spec_index", 0);
        }
        String token = argument.token();
        if (token != null) {
            fields.put("token", token);
        }
        List<Reply> flags = flags(argument);
        if (!flags.isEmpty()) {
            fields.put("flags", new Reply.Set(flags));
        }
        if (!argument.parts().isEmpty()) {
            fields.put("arguments", arguments(argument.parts(), routed));
        }
        return fields.reply();
    }

    private static List<Reply> flags(Argument argument) {
        List<Reply> flags = new ArrayList<>();
        if (argument.optional()) {
            flags.add(new Reply.Simple("optional"));
        }
        if (argument.multiple()) {
            flags.add(new Reply.Simple("multiple"));
        }
        return flags;
    }
}
