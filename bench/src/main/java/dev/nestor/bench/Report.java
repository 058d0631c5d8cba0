package dev.nestor.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The table that {@code nestor bench} prints, in Markdown. */
record Report(Machine machine, LocalDate date, boolean quick, List<Comparison> comparisons) {
    private static final String HEADER = """
            | question | peer | Nestor | peer's figure | ratio | target | |
            |---|---|---:|---:|---:|---:|---|
            """;

    String toMarkdown() {
        StringBuilder text = new StringBuilder();
        text.append("Measured ")
                .append(date)
                .append(quick ? " (quick run)" : "")
                .append(" on ");
        text.append(machine.toMarkdown())
                .append(". A ratio above 1 speaks for Nestor.\n\n")
                .append(HEADER);
        comparisons.forEach(comparison -> text.append(row(comparison)));
        return text.toString();
    }

    private static String row(Comparison comparison) {
        boolean aimed = comparison.target().isPresent();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | **%.2f** | %s | %s |%n",
                comparison.question(),
                comparison.peer(),
                figure(comparison.nestor(), comparison.unit()),
                figure(comparison.other(), comparison.unit()),
                comparison.ratio(),
                aimed ? String.format(Locale.ROOT, "≥ %.2f", comparison.target().getAsDouble()) : "",
                !aimed ? "" : comparison.met() ? "met" : "missed");
    }

    private static String figure(double value, String unit) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
    }
}
