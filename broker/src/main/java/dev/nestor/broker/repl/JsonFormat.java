package dev.nestor.broker.repl;

import dev.nestor.document.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For programs: one line for each command, a JSON text. What is not found is {@code null}, a failure {@code {"error":
 * "why"}}. Where records break off midway, the failure stands behind them, and their line is no JSON text.
 */
final class JsonFormat implements Format {
    @Override
    public void write(Result result, PrintWriter out) throws IOException {
        switch (result) {
            case Result.Found(String name, Value value) -> out.print(text(value));
            case Result.NotFound(String name) -> out.print("null");
            case Result.Done(String word) -> out.print(Shown.string(word));
            case Result.Said(String name, String word) -> out.print(Shown.string(word));
            case Result.Count(long number) -> out.print(number);
            case Result.Keys keys -> keys(keys, out);
            case Result.Records records -> records(records, out);
            case Result.Report report -> out.print(report(report));
            case Result.Text(List<String> lines) -> out.print(Shown.string(String.join("\n", lines)));
            case Result.Raw raw -> out.print(RawReply.json(raw.reply()));
        }
        out.println();
    }

    @Override
    public void writeFailure(String message, PrintWriter out) {
        out.println("{\"error\": " + Shown.string(message) + "}");
    }

    private static String text(Value value) {
        return JsonPrinter.print(value, Paint.PLAIN, JsonPrinter.ONE_LINE, 0);
    }

    private static void keys(Result.Keys keys, PrintWriter out) throws IOException {
        Separator separator = new Separator("[");
        Walk.over(keys.cursor(), keys.limit(), key -> out.print(separator.next() + Shown.string(key.text())));
        out.print(separator.end() + "]");
    }

    private static void records(Result.Records records, PrintWriter out) throws IOException {
        Separator separator = new Separator("{");
        Walk.over(
                records.cursor(),
                records.limit(),
                entry -> out.print(separator.next() + Shown.string(entry.key().text()) + ": "
                        + text(Stored.value(entry.value()))));
        out.print(separator.end() + "}");
    }

    private static String report(Result.Report report) {
        String tables = report.tables().stream()
                .map(table -> Shown.string(table.name()) + ": " + table.json())
                .collect(Collectors.joining(", "));
        String remarks = report.remarks().stream().map(Shown::string).collect(Collectors.joining(", "));
        return "{" + tables + ", \"remarks\": [" + remarks + "]}";
    }

    /** A bracket before the first, which may never come, and a comma before every other. */
    private static final class Separator {
        private final String opening;
        private boolean open;

        Separator(String opening) {
            this.opening = opening;
        }

        String next() {
            String text = open ? ", " : opening;
            open = true;
            return text;
        }

        String end() {
            return open ? "" : opening;
        }
    }
}
