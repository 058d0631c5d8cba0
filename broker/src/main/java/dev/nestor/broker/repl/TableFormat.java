package dev.nestor.broker.repl;

import dev.nestor.document.Elements;
import dev.nestor.document.Members;
import dev.nestor.document.Value;
import dev.nestor.document.path.Address;
import dev.nestor.document.path.Path;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Documents as tables of paths and values, records as tables of keys and values. All else is text. */
final class TableFormat implements Format {
    /** Rows that are laid out together; a longer table is several ones, so that any number of records fits memory. */
    private static final int ROWS = 1000;

    private final Paint paint;
    private final Format text;

    TableFormat(Paint paint, IntSupplier width) {
        this.paint = paint;
        this.text = new TextFormat(paint, width);
    }

    @Override
    public void write(Result result, PrintWriter out) throws IOException {
        switch (result) {
            case Result.Found(String name, Value value) -> document(name, value, out);
            case Result.Keys keys -> {
                Rows rows = new Rows(List.of("key"), out);
                Walk.over(keys.cursor(), keys.limit(), key -> rows.add(List.of(Value.of(key.text()))));
                rows.print();
            }
            case Result.Records records -> {
                Rows rows = new Rows(List.of("key", "value"), out);
                Walk.over(
                        records.cursor(),
                        records.limit(),
                        entry -> rows.add(List.of(
                                Value.of(entry.key().text()),
                                Value.of(JsonPrinter.print(
                                        Stored.value(entry.value()), Paint.PLAIN, JsonPrinter.ONE_LINE, 0)))));
                rows.print();
            }
            case Result.NotFound missing -> text.write(missing, out);
            case Result.Done done -> text.write(done, out);
            case Result.Said said -> text.write(said, out);
            case Result.Count count -> text.write(count, out);
            case Result.Report report -> text.write(report, out);
            case Result.Text lines -> text.write(lines, out);
            case Result.Raw raw -> text.write(raw, out);
        }
    }

    private void document(String name, Value value, PrintWriter out) throws IOException {
        Rows rows = new Rows(List.of("path", "value"), out);
        leaves(name, value, rows);
        rows.print();
    }

    /** A row for every value that holds no other. */
    private static void leaves(String path, Value value, Rows rows) {
        switch (value.kind()) {
            case OBJECT -> {
                Members members = value.members();
                boolean empty = true;
                while (members.next()) {
                    empty = false;
                    leaves(path + "." + step(members.name()), members.value(), rows);
                }
                leafIf(empty, path, value, rows);
            }
            case ARRAY -> {
                Elements elements = value.elements();
                int index = 0;
                while (elements.next()) {
                    leaves(path + "[" + index++ + "]", elements.value(), rows);
                }
                leafIf(index == 0, path, value, rows);
            }
            case STRING, NUMBER, BOOLEAN, NULL -> leafIf(true, path, value, rows);
        }
    }

    private static String step(String name) {
        return name.isEmpty() ? "\"\"" : new Address(name, Path.ROOT).toString();
    }

    private static void leafIf(boolean leaf, String path, Value value, Rows rows) {
        if (leaf) {
            rows.add(List.of(Value.of(path), Value.of(value.toString())));
        }
    }

    private final class Rows {
        private final List<String> columns;
        private final PrintWriter out;
        private final List<List<Value>> rows = new ArrayList<>();

        Rows(List<String> columns, PrintWriter out) {
            this.columns = columns;
            this.out = out;
        }

        void add(List<Value> row) {
            rows.add(row);
            if (rows.size() == ROWS) {
                print();
            }
        }

        void print() {
            if (!rows.isEmpty()) {
                new Table("rows", columns, rows).lines(paint).forEach(out::println);
                rows.clear();
            }
        }
    }
}
