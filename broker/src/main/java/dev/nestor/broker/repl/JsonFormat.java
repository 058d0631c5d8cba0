package dev.nestor.broker.repl;

import dev.nestor.document.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** For programs: each result is one JSON text in one line. What is not found is {@code null}. */
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

    private static String text(Value value) {
        return JsonPrinter.print(value, Paint.PLAIN, JsonPrinter.ONE_LINE, 0);
    }

    private static void keys(Result.Keys keys, PrintWriter out) throws IOException {
        Separator separator = new Separator();
        out.print('[');
        Walk.over(keys.cursor(), keys.limit(), key -> out.print(separator.next() + Shown.string(key.text())));
        out.print(']');
    }

    private static void records(Result.Records records, PrintWriter out) throws IOException {
        Separator separator = new Separator();
        out.print('{');
        Walk.over(
                records.cursor(),
                records.limit(),
                entry -> out.print(separator.next() + Shown.string(entry.key().text()) + ": "
                        + text(Stored.value(entry.value()))));
        out.print('}');
    }

    private static String report(Result.Report report) {
        String tables = report.tables().stream()
                .map(table -> Shown.string(table.name()) + ": " + table.json())
                .collect(Collectors.joining(", "));
        String remarks = report.remarks().stream().map(Shown::string).collect(Collectors.joining(", "));
        return "{" + tables + ", \"remarks\": [" + remarks + "]}";
    }

    /** Nothing before the first, a comma before every other. */
    private static final class Separator {
        private String text = "";

        String next() {
            String now = text;
            text = ", ";
            return now;
        }
    }
}
