package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import dev.nestor.protocol.command.Introspection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What the command table answers: COMMAND, and of every container its HELP and what to say without a subcommand. */
final class TableCommands {
    private final CommandTable table;
    private final Introspection introspection;

    TableCommands(CommandTable table) {
        this.table = table;
        this.introspection = new Introspection(table);
    }

    Map<String, Command> all() {
        Map<String, Command> all = new HashMap<>();
        all.put("command|count", answer(request -> introspection.count()));
        all.put("command|info", answer(introspection::info));
        all.put("command|docs", answer(introspection::docs));
        all.put("command|list", answer(introspection::list));
        all.put("command|getkeys", answer(introspection::keys));
        all.put("command|getkeysandflags", answer(introspection::keysAndFlags));
        for (CommandSpec container : table.commands()) {
            if (container.isContainer()) {
                all.put(container.fullName(), answer(request -> container.wrongArity()));
                all.put(container.fullName() + "|help", answer(request -> introspection.help(container)));
            }
        }
        all.put("command", answer(request -> introspection.all()));
        return all;
    }

    private static Command answer(Function<Request, Reply> reply) {
        return (request, session, nowMillis) -> new Plan.Answer(reply.apply(request));
    }
}
