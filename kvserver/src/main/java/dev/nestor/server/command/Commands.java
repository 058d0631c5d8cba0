package dev.nestor.server.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import dev.nestor.protocol.command.Flag;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All commands: finds the one that a request is for and makes its plan. Safe for use by any thread. */
public final class Commands {
    private final CommandTable table;
    private final Credentials credentials;

    /** By row of the table, of which there is one object each: hashing its content would cost more than a GET. */
    private final IdentityHashMap<CommandSpec, Command> bound;

    /** The commands of Nestor's table, for a server of which they know what {@code surroundings} tells. */
    public Commands(Surroundings surroundings) {
        this(CommandTable.NESTOR, surroundings.credentials(), families(surroundings));
    }

    /**
     * Binds each row of a table to the command of its name.
     *
     * @throws IllegalArgumentException when a row has no command, or a command no row
     */
    Commands(CommandTable table, Credentials credentials, List<Map<String, Command>> families) {
        this.table = table;
        this.credentials = credentials;
        this.bound = bind(table, families);
    }

    private static List<Map<String, Command>> families(Surroundings surroundings) {
        ServerFacts server = surroundings.server();
        return List.of(
                StringCommands.all(),
                KeyCommands.all(),
                new ScanCommands(surroundings.random()).all(),
                JsonReadCommands.all(),
                JsonPropertyCommands.all(),
                JsonWriteCommands.all(),
                JsonArrayCommands.all(),
                JsonScalarCommands.all(),
                new ConnectionCommands(surroundings.credentials(), server).all(),
                new ClientCommands(surroundings.clients()).all(),
                new ServerCommands(server, surroundings.control()).all(),
                new TableCommands(CommandTable.NESTOR).all(),
                new ClusterCommands(surroundings.cluster()).all(),
                new NestorCommands(surroundings.cluster(), surroundings.clusterAdmin()).all());
    }

    private static IdentityHashMap<CommandSpec, Command> bind(CommandTable table, List<Map<String, Command>> families) {
        Map<String, Command> unbound = new HashMap<>();
        for (Map<String, Command> family : families) {
            family.forEach((name, command) -> {
                if (unbound.put(name, command) != null) {
                    throw new IllegalArgumentException("two commands are called " + name);
                }
            });
        }
        IdentityHashMap<CommandSpec, Command> bound = new IdentityHashMap<>();
        for (CommandSpec row : table.all()) {
            Command command = unbound.remove(row.fullName());
            if (command == null) {
                throw new IllegalArgumentException("no command is called " + row.fullName());
            }
            bound.put(row, command);
        }
        requireNone(unbound.keySet());
        return bound;
    }

    private static void requireNone(Set<String> names) {
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("the table has no row for " + names);
        }
    }

    /**
     * What a request wants done. Whatever a client sends has a plan: what can't be meant is a {@link Plan.Answer} with
     * a {@link Failure}.
     *
     * @param session of the connection that the request came by; called by its thread
     * @param nowMillis milliseconds since 1970, from which relative times count
     */
    public Plan plan(Request request, Session session, long nowMillis) {
        CommandSpec row = table.find(request);
        if (row == null) {
            return new Plan.Answer(table.unknown(request));
        }
        if (!row.accepts(request.size())) {
            return new Plan.Answer(row.wrongArity());
        }
        if (!session.isAuthenticated() && credentials.areRequired() && !row.has(Flag.NO_AUTH)) {
            return new Plan.Answer(Failure.NOT_AUTHENTICATED);
        }
        session.begin(row, nowMillis);
        try {
            Plan plan = command(row).plan(request, session, nowMillis);
            WriteSize.requireFit(request, plan);
            return plan;
        } catch (Refusal refusal) {
            return new Plan.Answer(refusal.failure());
        }
    }

    private Command command(CommandSpec row) {
        Command command = bound.get(row);
        if (command == null) {
            throw new IllegalStateException("not a row of the table: " + row.fullName());
        }
        return command;
    }
}
