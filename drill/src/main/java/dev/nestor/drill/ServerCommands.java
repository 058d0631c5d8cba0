package dev.nestor.drill;

import dev.nestor.broker.repl.BadCommandException;
import dev.nestor.broker.repl.Conversation;
import dev.nestor.broker.repl.Manual;
import dev.nestor.broker.repl.PromptCommand;
import dev.nestor.broker.repl.Result;
import dev.nestor.drill.local.LocalServer;
import dev.nestor.drill.local.LocalServers;
import java.io.IOException;
import java.util.List;

/** What the demo's prompt can do to its servers. */
final class ServerCommands {
    private ServerCommands() {}

    static List<PromptCommand> of(LocalServers servers) {
        return List.of(
                new ServerCommand(
                        servers,
                        "KILL",
                        "Kills a server, as kill -9 or a power cut does.",
                        "KILLED",
                        LocalServer::kill),
                new ServerCommand(
                        servers,
                        "START",
                        "Starts a server that was killed; it catches up.",
                        "STARTED",
                        LocalServer::start),
                new ServerCommand(servers, "PAUSE", "Makes a server hang where it is.", "PAUSED", LocalServer::pause),
                new ServerCommand(
                        servers, "RESUME", "Lets a server that hangs go on.", "RESUMED", LocalServer::resume));
    }

    private interface Action {
        void on(LocalServer server) throws IOException;
    }

    /**
     * One of them.
     *
     * @param done what to say then
     */
    private record ServerCommand(LocalServers servers, String name, String summary, String done, Action action)
            implements PromptCommand {
        @Override
        public Manual manual() {
            return new Manual(
                    name + " n",
                    summary,
                    Manual.Takes.OTHER,
                    "The servers of this demo have the numbers 1 to "
                            + servers.all().size() + ".");
        }

        @Override
        public void run(String rest, Conversation conversation) throws IOException {
            LocalServer server = server(rest.strip());
            action.on(server);
            conversation.say(new Result.Said(server.address().toString(), done));
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
