package dev.nestor.drill;

import dev.nestor.document.Members;
import dev.nestor.document.Value;
import dev.nestor.drill.local.LocalServer;
import dev.nestor.drill.local.LocalServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where things are, and what to try. */
record DemoGreeting(LocalServers servers, Path data) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        for (LocalServer server : servers.all()) {
            lines.add("  server " + server.number() + "  " + server.address() + "  log: " + server.log());
        }
        lines.add("  records   " + data);
        lines.add("");
        lines.add("Three things to try:");
        lines.add("  GET person1                    a document; TAB completes commands, keys and paths");
        lines.add("  QUERY " + nestedPath() + "   a value inside one");
        lines.add("  KILL 2                         then GET, PUT and STATUS again; START 2 brings it back");
        lines.add("");
        lines.add("HELP lists the commands, QUIT ends the servers and removes everything.");
        return String.join(System.lineSeparator(), lines);
    }

    /** The first nested value there is, filled with blanks to a column. */
    private static String nestedPath() {
        List<String> found = new ArrayList<>();
        SampleData.generator().forEach(0, 100, (key, json) -> {
            Value document = dev.nestor.document.Document.parse(json).root();
            Members members = document.members();
            while (members.next()) {
                Value inner = members.value();
                if (inner.kind() == Value.Kind.OBJECT && inner.size() > 0) {
                    Members inside = inner.members();
                    inside.next();
                    found.add(key + "." + members.name() + "." + inside.name());
                }
            }
        });
        String path = found.isEmpty() ? "person1" : found.getFirst();
        return path + " ".repeat(Math.max(0, 22 - path.length()));
    }
}
