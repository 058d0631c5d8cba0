package dev.nestor.broker.repl;

import dev.nestor.document.Value;
import java.io.IOException;
import java.io.PrintWriter;

/** For shell scripts: values alone, strings without quotes, nothing for what is not found. */
final class PlainFormat implements Format {
    private final Format text = new TextFormat(Paint.PLAIN, () -> JsonPrinter.ONE_LINE);

    @Override
    public void write(Result result, PrintWriter out) throws IOException {
        switch (result) {
            case Result.Found(String name, Value value) -> out.println(plain(value));
            case Result.NotFound(String name) -> out.println();
            case Result.Said(String name, String word) -> out.println(word);
            case Result.Keys keys -> Walk.over(keys.cursor(), keys.limit(), key -> out.println(key.text()));
            case Result.Records records ->
                Walk.over(
                        records.cursor(),
                        records.limit(),
                        entry -> out.println(entry.key().text() + '\t' + plain(Stored.value(entry.value()))));
            case Result.Done done -> text.write(done, out);
            case Result.Count count -> text.write(count, out);
            case Result.Report report -> text.write(report, out);
            case Result.Text lines -> text.write(lines, out);
            case Result.Raw raw -> text.write(raw, out);
        }
    }

    private static String plain(Value value) {
        return value.kind() == Value.Kind.STRING ? value.string() : value.toString();
    }
}
