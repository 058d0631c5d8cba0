package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Paint.Colour;
import dev.nestor.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings.
 *
 * @param name what the rows are, for programs
 * @param columns the headings
 * @param rows as many cells each as there are headings
 */
record Table(String name, List<String> columns, List<List<Value>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A line per row, each column as wide as it has to be, numbers to the right. */
    List<String> lines(Paint paint) {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(paint.in(
                Colour.HEADING,
                line(IntStream.range(0, columns.size())
                        .mapToObj(column -> padded(columns.get(column), widths[column], isNumeric(column)))
                        .toList())));
        for (List<Value> row : rows) {
            lines.add(line(IntStream.range(0, columns.size())
                    .mapToObj(column -> padded(text(row.get(column)), widths[column], isNumeric(column)))
                    .toList()));
        }
        return lines;
    }

    /** The rows as JSON objects, the headings their members. */
    String json() {
        return rows.stream()
                .map(row -> IntStream.range(0, columns.size())
                        .mapToObj(column -> Shown.string(columns.get(column).replace(' ', '_')) + ": "
                                + JsonPrinter.print(row.get(column), Paint.PLAIN, JsonPrinter.ONE_LINE, 0))
                        .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String line(List<String> cells) {
        return String.join("  ", cells).stripTrailing();
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).length(),
                rows.stream()
                        .mapToInt(row -> text(row.get(column)).length())
                        .max()
                        .orElse(0));
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.get(column).kind() == Value.Kind.NUMBER
                                || row.get(column).kind() == Value.Kind.NULL);
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(width - text.length());
        return right ? blanks + text : text + blanks;
    }

    /** A string without its quotes, a dash for nothing, a list without its brackets. */
    private static String text(Value cell) {
        return switch (cell.kind()) {
            case STRING -> Shown.withoutControls(cell.string());
            case NULL -> "-";
            case ARRAY -> list(cell);
            case OBJECT, NUMBER, BOOLEAN -> JsonPrinter.print(cell, Paint.PLAIN, JsonPrinter.ONE_LINE, 0);
        };
    }

    private static String list(Value array) {
        return IntStream.range(0, array.size())
                .mapToObj(array::element)
                .map(element -> element == null ? "" : text(element))
                .collect(Collectors.joining(", "));
    }
}
