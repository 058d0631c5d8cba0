package dev.nestor.server.command;

import dev.nestor.document.Layout;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What may follow the key of a JSON.GET: how the answer is to be laid out, and the paths, in any order. */
record JsonGetOptions(List<Path> paths, Layout layout, JsonFormat format) {
    /** Characters of one of the layout's texts, which are repeated for every value. */
    private static final int LONGEST_TEXT = 64;

    /** Each is evaluated on the whole document. */
    private static final int MOST_PATHS = 1024;

    static JsonGetOptions of(Request request, RespVersion version) {
        Reader reader = new Reader(request);
        while (reader.at < request.size()) {
            reader.word(version);
        }
        if (reader.paths.isEmpty()) {
            reader.paths.add(JsonArguments.pathOrRoot(request, request.size()));
        }
        return new JsonGetOptions(reader.paths, new Layout(reader.indent, reader.newline, reader.space), reader.format);
    }

    private static final class Reader {
        private final Request request;
        private final List<Path> paths = new ArrayList<>();
        private int at = 2;
        private String indent = "";
        private String newline = "";
        private String space = "";
        private JsonFormat format = JsonFormat.STRING;

        Reader(Request request) {
            this.request = request;
        }

        private void word(RespVersion version) {
            switch (request.text(at).toUpperCase(Locale.ROOT)) {
                case "INDENT" -> indent = text();
                case "NEWLINE" -> newline = text();
                case "SPACE" -> space = text();
                case "FORMAT" -> format = JsonFormat.of(value(), "STRING", version);
                case "NOESCAPE" -> {} // an option of RedisJSON 1, which has no meaning any more
                default -> addPath();
            }
            at++;
        }

        private String value() {
            if (++at == request.size()) {
                throw new Refusal(Failure.wrongArity("json.get"));
            }
            return request.text(at);
        }

        private String text() {
            String text = value();
            if (text.length() > LONGEST_TEXT) {
                throw Refusal.of(String.format(
                        Locale.ROOT,
                        "INDENT, NEWLINE and SPACE have at most %d characters, this has %d",
                        LONGEST_TEXT,
                        text.length()));
            }
            return text;
        }

        private void addPath() {
            if (paths.size() == MOST_PATHS) {
                throw Refusal.of(String.format(Locale.ROOT, "at most %d paths are allowed", MOST_PATHS));
            }
            paths.add(JsonArguments.path(request, at));
        }
    }
}
