package dev.nestor.drill;

import dev.nestor.broker.repl.BadCommandException;
import dev.nestor.broker.repl.Conversation;
import dev.nestor.broker.repl.Manual;
import dev.nestor.broker.repl.PromptCommand;
import dev.nestor.broker.repl.Result;
import dev.nestor.drill.local.LocalServer;
import dev.nestor.drill.local.LocalServer.State;
import dev.nestor.drill.local.LocalServers;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What the demo's prompt can do to its servers. */
final class ServerCommands {
    private ServerCommands() {}

    static List<PromptCommand> of(LocalServers servers) {
        return List.of(
                new ServerCommand(
                        servers,
                        "KILL",
                        "Kills a server, as kill -9 or a power cut does.",
                        Set.of(State.RUNNING, State.PAUSED),
                        "KILLED",
                        LocalServer::kill),
                new ServerCommand(
                        servers,
                        "START",
                        "Starts a server that was killed; it catches up.",
                        Set.of(State.ENDED),
                        "STARTED",
                        LocalServer::start),
                new ServerCommand(
                        servers,
                        "PAUSE",
                        "Makes a server hang where it is.",
                        Set.of(State.RUNNING),
                        "PAUSED",
                        LocalServer::pause),
                new ServerCommand(
                        servers,
                        "RESUME",
                        "Lets a server that hangs go on.",
                        Set.of(State.PAUSED),
                        "RESUMED",
                        LocalServer::resume));
    }

    private interface Action {
        void on(LocalServer server) throws IOException;
    }

    /**
     * One of them.
     *
     * @param states in which a server can be for it
     * @param done what to say then
     */
    private record ServerCommand(
            LocalServers servers, String name, String summary, Set<State> states, String done, Action action)
            implements PromptCommand {
        @Override
        public Manual manual() {
            return new Manual(
                    name + " n",
                    summary,
                    Manual.Takes.CHOICE,
                    "The servers of this demo have the numbers 1 to "
                            + servers.all().size() + ".");
        }

        @Override
        public List<String> choices() {
            return servers.all().stream()
                    .filter(server -> states.contains(server.state()))
                    .map(server -> Integer.toString(server.number()))
                    .toList();
        }

        @Override
        public void run(String rest, Conversation conversation) throws IOException {
            LocalServer server = server(rest.strip());
            if (!states.contains(server.state())) {
                throw new BadCommandException("Server " + server.number() + " " + way(server));
            }
            action.on(server);
            conversation.say(new Result.Said(server.address().toString(), done));
        }

        private static String way(LocalServer server) {
            return switch (server.state()) {
                case RUNNING -> "runs already";
                case PAUSED -> "is paused; RESUME " + server.number() + " lets it go on";
                case ENDED -> "does not run; START " + server.number() + " starts it";
            };
        }

        private LocalServer server(String number) {
            return servers.all().stream()
                    .filter(server -> Integer.toString(server.number()).equals(number))
                    .findFirst()
                    .orElseThrow(() -> new BadCommandException("Write " + name + " and a number from 1 to "
                            + servers.all().size()));
        }
    }
}
