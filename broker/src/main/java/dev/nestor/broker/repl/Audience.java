package dev.nestor.broker.repl;

import java.io.PrintWriter;
import java.util.function.IntSupplier;

/**
 * Who reads the answers.
 *
 * @param err for errors and warnings
 * @param interactive whether a person sits at a terminal
 */
record Audience(Format format, PrintWriter out, PrintWriter err, Paint errorPaint, boolean interactive) {
    /** A program, or a person who reads it later. */
    static Audience ofPipe(OutputFormat format, PrintWriter out, PrintWriter err) {
        return new Audience(format(format, Paint.PLAIN, () -> JsonPrinter.ONE_LINE), out, err, Paint.PLAIN, false);
    }

    /** A person at a terminal. */
    static Audience ofTerminal(OutputFormat format, PrintWriter out, PrintWriter err, Paint paint, IntSupplier width) {
        return new Audience(format(format, paint, width), out, err, paint, true);
    }

    private static Format format(OutputFormat format, Paint paint, IntSupplier width) {
        return switch (format) {
            case TEXT -> new TextFormat(paint, width);
            case JSON -> new JsonFormat();
            case TABLE -> new TableFormat(paint, width);
            case RAW -> new PlainFormat();
        };
    }
}
