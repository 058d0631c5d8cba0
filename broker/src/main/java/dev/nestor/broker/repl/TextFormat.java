package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Paint.Colour;
import dev.nestor.document.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/** For people, and one line per result or record where nobody looks: {@code person0.zip : 263}. */
final class TextFormat implements Format {
    private final Paint paint;
    private final IntSupplier width;

    /** @param width of the screen at this moment, {@link JsonPrinter#ONE_LINE} where there is none */
    TextFormat(Paint paint, IntSupplier width) {
        this.paint = paint;
        this.width = width;
    }

    @Override
    public void write(Result result, PrintWriter out) throws IOException {
        switch (result) {
            case Result.Found(String name, Value value) -> out.println(named(name, value));
            case Result.NotFound(String name) -> out.println(said(name, Colour.WARNING, "NOT FOUND"));
            case Result.Done(String word) -> out.println(paint.in(Colour.GOOD, word));
            case Result.Said(String name, String word) -> out.println(said(name, Colour.GOOD, word));
            case Result.Count(long number) -> out.println(paint.in(Colour.NUMBER, Long.toString(number)));
            case Result.Keys keys ->
                list(Walk.over(keys.cursor(), keys.limit(), key -> out.println(Shown.name(key.text()))), out);
            case Result.Records records ->
                list(
                        Walk.over(
                                records.cursor(),
                                records.limit(),
                                entry -> out.println(
                                        named(Shown.name(entry.key().text()), Stored.value(entry.value())))),
                        out);
            case Result.Report report -> report(report, out);
            case Result.Text(List<String> lines) -> lines.forEach(line -> out.println(wrapped(line)));
            case Result.Raw raw -> raw(raw).forEach(out::println);
        }
    }

    /** A person would wonder about an answer without a line. */
    private void list(long count, PrintWriter out) {
        if (count == 0 && isScreen()) {
            out.println("(none)");
        }
    }

    private boolean isScreen() {
        return width.getAsInt() != JsonPrinter.ONE_LINE;
    }

    private String named(String name, Value value) {
        String shown = Shown.withoutControls(name);
        return paint.in(Colour.NAME, shown) + " : "
                + JsonPrinter.print(value, paint, width.getAsInt(), shown.length() + 3);
    }

    private String said(String name, Colour colour, String word) {
        return paint.in(Colour.NAME, Shown.withoutControls(name)) + " : " + paint.in(colour, word);
    }

    private void report(Result.Report report, PrintWriter out) {
        for (Table table : report.tables()) {
            table.lines(paint).forEach(out::println);
            if (report.tables().size() > 1) {
                out.println();
            }
        }
        report.remarks().forEach(remark -> out.println(wrapped(remark)));
    }

    private String wrapped(String text) {
        return Wrapping.at(width.getAsInt(), text);
    }

    private List<String> raw(Result.Raw raw) {
        return isScreen() ? RawReply.typed(raw.reply()) : RawReply.plain(raw.reply());
    }
}
