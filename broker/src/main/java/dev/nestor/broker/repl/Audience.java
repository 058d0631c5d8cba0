package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Paint.Colour;
import java.io.PrintWriter;
import java.util.function.IntSupplier;

/**
 * Who reads the answers.
 *
 * @param err for errors and warnings
 * @param width characters in a line of the screen, {@link JsonPrinter#ONE_LINE} where there is none
 * @param interactive whether a person sits at a terminal
 */
record Audience(Format format, PrintWriter out, PrintWriter err, Paint paint, IntSupplier width, boolean interactive) {
    /** A program, or a person who reads it later. */
    static Audience ofPipe(OutputFormat format, PrintWriter out, PrintWriter err) {
        return of(format, out, err, Paint.PLAIN, () -> JsonPrinter.ONE_LINE, false);
    }

    /** A person at a terminal. */
    static Audience ofTerminal(OutputFormat format, PrintWriter out, PrintWriter err, Paint paint, IntSupplier width) {
        return of(format, out, err, paint, width, true);
    }

    private static Audience of(
            OutputFormat format,
            PrintWriter out,
            PrintWriter err,
            Paint paint,
            IntSupplier width,
            boolean interactive) {
        Format chosen = switch (format) {
            case TEXT -> new TextFormat(paint, width);
            case JSON -> new JsonFormat();
            case TABLE -> new TableFormat(paint, width);
            case RAW -> new PlainFormat();
        };
        return new Audience(chosen, out, err, paint, width, interactive);
    }

    /** Prints something that is not an answer. */
    void tell(Colour colour, String text) {
        out.flush();
        err.println(paint.in(colour, Wrapping.at(width.getAsInt(), Shown.withoutControls(text))));
        err.flush();
    }
}
